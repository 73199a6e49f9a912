<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Warifu</name>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>This text is too long for a secret key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>Copy only the key that the site shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>This key has only {bits} bits and could be guessed. Check that all of it was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>This key has {bits} bits; at least 128 are recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>There is no secret key in this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>Copy the whole key that the site shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>Secret keys use the letters A to Z and the digits 2 to 7. Copy the key again from the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>“{character}” at place {place} cannot be part of a secret key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This is neither a secret key nor an otpauth:// link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This text is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Paste fewer accounts at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Only the first {n} accounts were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Part {part} of {size} of this transfer is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Google Authenticator shows it as another QR code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Paste the secret key or the otpauth:// link that the site shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This is the address of a web page, not a secret key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This is a Wi-Fi code, not a secret key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This is a passkey code; only a phone can use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This is a code for Microsoft’s own app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>On Microsoft’s page choose “I want to use a different authenticator app”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This kind of link holds no secret key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>One account of this transfer code cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>The account “{name}” of this transfer code has no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>The account “{name}” uses an algorithm that is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>Google Authenticator cannot make this kind of code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>Google Authenticator can only show 6 or 8 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>Google Authenticator can only renew codes every 30 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>The counter is too large for Google Authenticator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>This transfer code cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>Show it again in Google Authenticator, or copy the whole otpauth-migration:// link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>This link asks for a kind of code that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>Copy the link again, or paste the secret key alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>The secret of an mOTP link must be written in hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>Warifu makes codes with SHA-1, SHA-256 and SHA-512.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>The algorithm “{name}” is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>This link holds no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>The secret of this Steam link is neither base32 nor base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>A link may ask for 1 to 10 digits, and this one does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>The period of this link is not a number of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>The counter of this link is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>This link is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>Copy only the link that the site shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>This is not an otpauth:// link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>About Warifu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <source>Warifu {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <source>Your two-factor codes, on your own computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Show the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Code hidden. Space shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Copy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Copy the next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>seconds left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>Moved {title} to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>{n} accounts are back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/delegate.py"/>
        <source>next {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Open a site’s two-step settings, then paste its secret key or link here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Add your first account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/list_page.py"/>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Nothing matches “{query}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>Unnamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>code {digits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>code hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>next {digits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <location filename="../../app/warifu/desktop/widgets/codes.py"/>
        <source>{n} seconds left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <source>Lock {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <source>Not saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <source>Open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <source>Saved on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/list_page.py"/>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/list_page.py"/>
        <source>Copied {title} · clears in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Copy next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Two codes in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Move to trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>To the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Own order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Most used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Recently used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Hide codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Always on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/search_field.py"/>
        <source>Search accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/search_field.py"/>
        <source>Search {n} accounts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/search_field.py"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/tag_chips.py"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/tag_chips.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/tag_chips.py"/>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>for AWS’s “MFA code 1 / 2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copied ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copied: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copy {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>MFA code 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>MFA code 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copy code 2 as soon as it is valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Code 2 is valid now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Code 2 goes to the clipboard in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>after code 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>given out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>valid in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>now, for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/view.py"/>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>By time (TOTP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>By counter (HOTP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>{n} digits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>{n} letters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>counter {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>Period in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/draft.py"/>
        <source>This text holds several accounts, and here is room for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/draft.py"/>
        <source>Paste the secret key or link first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/draft.py"/>
        <source>This type of code needs its PIN, under Advanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/draft.py"/>
        <source>Give it a title, so that you find it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Edit account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>The code it gives now. AWS asks for two in a row: both are on the next page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Paste the secret key or link the site gives you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Tick at least one account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Save {n} accounts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>{n} accounts added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Tags, note, issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Work, Personal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Account (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Tags, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Issuer, as the site calls itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/notices.py"/>
        <source>Open the existing one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/notices.py"/>
        <source>This secret is already there as “{title}”. You can keep both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/preview.py"/>
        <source>The code it gives now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Show secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Hide secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Secret key, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>Tick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>Title, icon and the rest can be changed later, for each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>{n} accounts found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>And {n} more lines that cannot be read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>{account} — already there as “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>Line {line}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/source.py"/>
        <source>Secret key or otpauth:// link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/source.py"/>
        <source>Paste from clipboard: it holds a secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/source.py"/>
        <source>Paste from clipboard: it holds a link for codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <source>If you quit now, your last changes are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <source>Quit and lose them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/notify.py"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>My own order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Most used first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Last used first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Order of the accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Hide codes until an account is clicked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>In the last {n} s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Show the next code</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>After {n} s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Clear copied codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Minimise the window after copying a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Keep the window above others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Closing leaves Warifu in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Change the password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Warifu {version}. Free software under the GPL, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>No program here opens folders. The vault is in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <source>Warifu: codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>Open Warifu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <source>Warifu is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <source>There is no vault yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <source>The vault cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/running.py"/>
        <source>Something went wrong in Warifu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/running.py"/>
        <source>Your accounts are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/running.py"/>
        <source>If it happens again, lock and unlock, or start Warifu anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <location filename="../../app/warifu/desktop/strategies/svg_check.py"/>
        <source>Choose a PNG, JPEG or SVG picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <location filename="../../app/warifu/desktop/strategies/svg_check.py"/>
        <source>This file is not a picture that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <source>Choose one of at most 40 megapixels and 16 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <location filename="../../app/warifu/desktop/strategies/svg_check.py"/>
        <source>This picture is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <location filename="../../app/warifu/desktop/strategies/svg_check.py"/>
        <source>This picture is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/svg_check.py"/>
        <source>This picture has too many parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/svg_check.py"/>
        <source>Choose a simpler one, or a PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/svg_check.py"/>
        <source>An SVG may have at most 1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/svg_check.py"/>
        <source>This picture has scripts or refers to other files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Restore {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete {title} for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete it for ever? If its site still asks for codes, you cannot sign in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>{n} days left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Empty the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete all of them for ever? There is no way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete all for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Deleted accounts stay here for {days} days, then they go for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>The trash is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>{title} is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>Warifu (locked)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>Warifu stays in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>Its icon there has your codes, and ends Warifu. You can change this in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>Quit now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>More in Warifu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Open another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Looked again: the file is still the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Vaults of Warifu (*.warifu);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Open another vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Update Warifu on this PC to open it. The file is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>It may be another program’s file. It is left as it is: open the vault from where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>The system does not let Warifu read it. Check that the disk is there and that the file may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>It was changed after Warifu wrote it. It is left as it is: put a copy of the vault in its place, or open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>Change the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>Password until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>Write the new password down. Copies of the vault made before keep the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>Changing the password. This takes a second or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>The password is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>The password until now is another one. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>Type the password you have used until now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Create the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Welcome to Warifu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Warifu keeps your two-factor codes on this PC, in one encrypted file that only your password opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Write the password down and keep it in a safe place. Nobody can reset it, and without it the codes are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Looked again: the file is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Making the vault. This takes a second or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Caps Lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Warifu is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Your accounts are on this PC, encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>This is not the password. Nothing is lost: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>Make a passphrase for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Choose a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>Looking at the password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>Type the password a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>The two passwords differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/password_meter.py"/>
        <source>Strength of the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/widgets/fields.py"/>
        <source>Show password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/widgets/fields.py"/>
        <source>Hide password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/copying.py"/>
        <source>The codes of this account do not depend on the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/copying.py"/>
        <location filename="../../app/warifu/services/session.py"/>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>The vault is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/copying.py"/>
        <location filename="../../app/warifu/services/store.py"/>
        <source>This account is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/look.py"/>
        <source>The vault file is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/look.py"/>
        <source>Put it back, or begin with a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/look.py"/>
        <source>It was at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/problems.py"/>
        <source>Something went wrong with the vault file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/session.py"/>
        <source>The vault is being opened already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/session.py"/>
        <source>The vault was locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>This account is in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>Restore it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>This vault is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>A newer Warifu wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>Update Warifu to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/file.py"/>
        <source>The settings could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Height of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Show the next code in the last seconds of a code; 0 is never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Closing the window leaves Warifu in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Seconds until a copied code leaves the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>That closing goes to the tray has been said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Where the window was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Marks this computer's changes where copies are joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>The vault file opened last; its absence is noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <location filename="../../app/warifu/vault/file.py"/>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>The vault file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>It is empty or nearly so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>This file is not a vault of Warifu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>A part of it is missing, or something was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its bytes are not as they were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its header was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its contents were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its header is cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its header is not as Warifu writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>This vault was written by a newer Warifu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Update Warifu to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/document.py"/>
        <source>This account is in the vault already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/document.py"/>
        <source>The vault holds something that Warifu does not understand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/document.py"/>
        <source>This account is not in the vault any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>There is a vault already, and it is never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>This is not the password of the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>This vault was changed by a newer Warifu and can only be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>Update Warifu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>Another program keeps changing the vault file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>Nothing is lost. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>A newer Warifu changed the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>Another vault lies where this one was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>Nothing was overwritten. Lock Warifu and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>The vault did not come back from the disk as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>The former file is in place again, and the change is kept as long as Warifu runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <source>The disk may be failing: make a copy of the vault on another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>A password has at most 1,024 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>The password has a character that cannot be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This password is easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Use at least 12 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Add another word or two. Uncommon words are better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This is one of the ten most common passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This is one of the hundred most common passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This is a very common password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This is close to a common password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>A word by itself is easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Names by themselves are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Common names are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Straight rows of keys are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Short patterns on the keyboard are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Repeats like “aaa” are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Repeats like “abcabcabc” are hardly harder to guess than “abc”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Sequences like “abc” or “6543” are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Recent years are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Dates are often easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Use a longer pattern with more turns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid repeated words and characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid recent years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid years that have to do with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid dates and years that have to do with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Capital letters don’t help very much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>All capitals are almost as easy to guess as all small letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Reversed words aren’t much harder to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Swaps like “@” for “a” don’t help very much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Long enough. Another uncommon word would make it strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>A good password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>A strong password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The vault is a link to a file that cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Mount the drive it is on, or mend the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>A folder lies where the vault should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>This is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>This file is far larger than any vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>There is no vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The vault cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The system says: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Nothing is lost: the old file is untouched and the change is kept as long as Warifu runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The folder of the vault cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Allow Warifu to write there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The vault cannot be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Other users of this computer may look into the folder of the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Make the folder private, or keep the vault elsewhere: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>Its list of keys is not as Warifu writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>One of its keys is not as Warifu writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>It has more passwords than Warifu allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>There is not enough free memory to check the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
