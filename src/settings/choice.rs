/// A setting that is one of a few words.
pub trait Choice: Copy + Default + PartialEq + 'static {
    /// The words with what each means, in the order of the settings page.
    const ALL: &'static [(Self, &'static str, &'static str)];

    /// Its word.
    fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(choice, ..)| *choice == self)
            .map_or("", |(_, word, _)| word)
    }
}

/// Declares a setting that is one of a few words; the `///` line of each is what it means.
macro_rules! choice {
    (
        $(#[doc = $what:literal])+
        pub enum $name:ident {
            $($(#[doc = $about:literal])+ $variant:ident = $word:literal,)+
        }
        default $first:ident
    ) => {
        $(#[doc = $what])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[doc = $about])+ $variant,)+ }

        impl Default for $name {
            fn default() -> Self {
                Self::$first
            }
        }

        impl Choice for $name {
            const ALL: &'static [(Self, &'static str, &'static str)] =
                &[$((Self::$variant, $word, concat!($($about),+)),)+];
        }
    };
}

choice! {
    /// Which form of a request is offered first.
    pub enum Register {
        /// `Could you send it by Fri 27 Nov?`
        PoliteQuestion = "polite-question",
        /// `Please send it by Fri 27 Nov.`
        PlainRequest = "plain-request",
    }
    default PoliteQuestion
}

choice! {
    /// How dates are written in rewrites.
    pub enum DateStyle {
        /// `Fri 27 Nov`
        DayMonth = "day-month",
        /// `Fri, Nov 27`
        MonthDay = "month-day",
        /// `2026-11-27`
        Iso = "iso",
    }
    default DayMonth
}

choice! {
    /// Which date is offered first.
    pub enum DefaultDue {
        /// The last working day of this week, from Thursday on that of the next.
        EndOfWeek = "end-of-week",
        /// The next working day.
        NextDay = "next-day",
        /// The last working day of next week.
        EndOfNextWeek = "end-of-next-week",
        /// The last working day of the month.
        EndOfMonth = "end-of-month",
    }
    default EndOfWeek
}

choice! {
    /// How much is said.
    pub enum Strictness {
        /// No hints.
        Lenient = "lenient",
        /// Every rule at its own level.
        Normal = "normal",
        /// As normal, and the rules that are off until asked for, as hints.
        Strict = "strict",
    }
    default Normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_has_a_word() {
        assert_eq!(Register::default().word(), "polite-question");
        assert_eq!(DefaultDue::default().word(), "end-of-week");
    }
}
