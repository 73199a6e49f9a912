"""Lists of key links as a file."""

from __future__ import annotations

from format_contract import File, FormatContract

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


class TestLinks(FormatContract):
    id = "otpauth"

    def files(self) -> list[File]:
        lines = [f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub", "# a comment", "", f"steam://{KEY}"]
        return [
            File("\n".join(lines).encode(), 2),
            File("\r\n".join(lines).encode("utf-8-sig"), 2),
            File("\n".join(lines).encode("utf-16"), 2),
        ]
