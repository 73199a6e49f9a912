"""The clipboard is offered for secrets and links, and for nothing else."""

from __future__ import annotations

import pytest

from warifu.desktop.editor.offer import Offer, offer_of


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("JBSWY3DPEHPK3PXP", Offer.SECRET),
        ("jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp", Offer.SECRET),
        (" jbswy3dpehpk3pxp\n", Offer.SECRET),
        ("abcd efgh ijkl mnop", Offer.SECRET),
        ("otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub", Offer.LINK),
        ("OTPAUTH://totp/x?secret=JBSWY3DPEHPK3PXP", Offer.LINK),
        ("otpauth://totp/GitHub:ada", Offer.NOTHING),
        ("", Offer.NOTHING),
        ("internationalization", Offer.NOTHING),
        ("Dear Ada, see you tomorrow", Offer.NOTHING),
        ("402113", Offer.NOTHING),
        ("https://console.aws.amazon.com/", Offer.NOTHING),
        ("JBSWY3DPEHPK3PX8", Offer.NOTHING),
        ("A" * 30_000, Offer.NOTHING),
    ],
)
def test_offer(text: str, offer: Offer) -> None:
    assert offer_of(text) is offer
