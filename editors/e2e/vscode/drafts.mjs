// The drafts the tests write.

/** A mail with a softened request for work, which names no day. */
export const REQUEST = `From: Robin Hale <robin@example.org>
To: Sam Field <sam@example.org>
Subject: Audit report

Hi Sam,

I was just wondering if you could review the audit report? The auditors
come on 14 December.

> On Tuesday you asked for the figures.

Thanks,
Robin

-- 
Robin Hale, Finance
`;
