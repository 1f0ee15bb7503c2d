// The draft the tests write in VS Code.

/** A mail with two requests: one softened and left open, one for no one in particular. */
export const REQUEST = `From: Ana Ruiz <ana@example.org>
To: Sam Okafor <sam@example.org>
Subject: Supplier contract

Hi Sam,

I was just wondering if you could review the supplier contract whenever you get a
chance? The new prices start on 14 December.

Someone should tell the warehouse about the delivery hours by Friday.

Thanks,
Ana

On Mon, 2 Nov 2026 at 09:12, Sam Okafor wrote:
> The contract is on its way. Could you send me the old one?

-- 
Ana Ruiz, Purchasing
`;
