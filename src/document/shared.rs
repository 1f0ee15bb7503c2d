//! Mailboxes that are no single person's: a team's, an office's, a counter's, as far as their names and addresses tell.

use super::Mailbox;

/// Words in the addresses and names of mailboxes that several people read, or none.
const GROUPS: &[&str] = &[
    "accounts",
    "admin",
    "admissions",
    "all",
    "applications",
    "awards",
    "billing",
    "board",
    "booking",
    "bookings",
    "careers",
    "claims",
    "clinic",
    "club",
    "committee",
    "complaints",
    "compliance",
    "contact",
    "coordination",
    "coordinator",
    "coordinators",
    "council",
    "crew",
    "customer",
    "customers",
    "department",
    "dept",
    "desk",
    "dev",
    "devs",
    "dispatch",
    "editorial",
    "editors",
    "enquiries",
    "enquiry",
    "estates",
    "events",
    "everyone",
    "facilities",
    "feedback",
    "festival",
    "finance",
    "foundation",
    "fund",
    "gallery",
    "grants",
    "group",
    "hello",
    "help",
    "helpdesk",
    "hire",
    "hiring",
    "hotel",
    "hotline",
    "housing",
    "hr",
    "info",
    "inquiries",
    "inquiry",
    "invoice",
    "invoices",
    "jobs",
    "kitchen",
    "lab",
    "legal",
    "lettings",
    "library",
    "licensing",
    "list",
    "logistics",
    "mail",
    "maintenance",
    "marketing",
    "members",
    "museum",
    "no-reply",
    "noreply",
    "office",
    "operations",
    "ops",
    "orders",
    "parents",
    "payroll",
    "permits",
    "planning",
    "post",
    "postmaster",
    "press",
    "procurement",
    "production",
    "programme",
    "projects",
    "purchasing",
    "quotes",
    "reception",
    "recruiting",
    "recruitment",
    "rentals",
    "repairs",
    "research",
    "reservations",
    "residents",
    "returns",
    "sales",
    "scholarships",
    "school",
    "security",
    "service",
    "shop",
    "staff",
    "store",
    "studio",
    "submissions",
    "supplier",
    "suppliers",
    "support",
    "teachers",
    "team",
    "tickets",
    "tours",
    "training",
    "trustees",
    "tutors",
    "users",
    "vendor",
    "vendors",
    "visits",
    "volunteers",
    "warehouse",
    "warranty",
    "web",
    "webmaster",
    "weddings",
    "workshop",
];

/// Offices that one person holds, under which the person has a name of their own.
const OFFICES: &[&str] = &[
    "captain",
    "caretaker",
    "chair",
    "clerk",
    "coach",
    "director",
    "editor",
    "headmaster",
    "headteacher",
    "janitor",
    "landlord",
    "manager",
    "mayor",
    "nurse",
    "pastor",
    "president",
    "principal",
    "registrar",
    "secretary",
    "treasurer",
    "vicar",
    "warden",
];

impl Mailbox {
    /// Whether several people, or nobody knows who, read this address.
    pub fn is_group(&self) -> bool {
        let local = self.local_part();
        GROUPS.contains(&local.as_str())
            || name_words(&local).any(|part| GROUPS.contains(&part))
            || self.is_named_for_group()
    }

    /// Whether the mailbox is a counter, behind which whoever is there answers for all: "orders@", "support@".
    pub fn is_counter(&self) -> bool {
        const COUNTERS: &[&str] = &[
            "accounts",
            "billing",
            "booking",
            "bookings",
            "careers",
            "contact",
            "customer",
            "customers",
            "desk",
            "enquiries",
            "feedback",
            "help",
            "helpdesk",
            "info",
            "invoice",
            "invoices",
            "orders",
            "payroll",
            "press",
            "reception",
            "reservations",
            "sales",
            "service",
            "shop",
            "support",
            "webmaster",
        ];
        let local = self.local_part();
        let shown = self.name.to_lowercase();
        let mut named = name_words(&local).chain(name_words(&shown));
        named.any(|part| COUNTERS.contains(&part)) && !name_words(&local).any(|part| part == "team")
    }

    /// Whether the mailbox shows the name of several people and not of one: "Hiring team".
    fn is_named_for_group(&self) -> bool {
        let shown = self.name.to_lowercase();
        let local = self.local_part();
        // "Ana Lee (Legal) <ana.lee@example.org>" is Ana.
        let own = |part: &str| !GROUPS.contains(&part) && name_words(&local).any(|of| of == part);
        name_words(&shown).any(|part| GROUPS.contains(&part)) && !name_words(&shown).any(own)
    }

    /// Whether the mailbox shows no person's name: that of several people, or of an office.
    pub fn is_nameless(&self) -> bool {
        let shown = self.name.to_lowercase();
        let local = self.local_part();
        let office = name_words(&shown)
            .last()
            .is_some_and(|last| OFFICES.contains(&last));
        self.is_named_for_group()
            || office
                && name_words(&shown)
                    .all(|part| OFFICES.contains(&part) || !name_words(&local).any(|of| of == part))
    }

    /// The part of the address before its `@`, in lower case.
    pub fn local_part(&self) -> String {
        let local = self.address.split('@').next().unwrap_or_default();
        local.to_lowercase()
    }
}

/// The words of a name or of the local part of an address: "ana.lee" is "ana" and "lee".
pub fn name_words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_called_by_no_name() {
        for (name, address, group) in [
            ("Hiring team", "hiring@x.org", true),
            ("", "office@x.org", true),
            ("Ana Lee (Legal)", "ana.lee@x.org", false),
            ("Ana Lee", "ana@x.org", false),
        ] {
            let mailbox = Mailbox {
                name: name.to_owned(),
                address: address.to_owned(),
                ..Mailbox::default()
            };
            assert_eq!(mailbox.is_group(), group, "{name} <{address}>");
        }
    }
}
