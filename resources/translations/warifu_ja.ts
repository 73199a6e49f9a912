<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Warifu</name>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This text is too long for a secret key.</source>
        <translation>シークレットキーにしては長すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Copy only the key that the site shows.</source>
        <translation>サイトに表示されたキーだけをコピーしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>This key has only {bits} bits and could be guessed. Check that all of it was copied.</source>
        <translation>このキーは {bits} ビットしかなく、推測されるおそれがあります。全部コピーできているか確かめてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>This key has {bits} bits; at least 128 are recommended.</source>
        <translation>このキーは {bits} ビットです。128 ビット以上を勧めます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>There is no secret key in this text.</source>
        <translation>シークレットキーが含まれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>Copy the whole key that the site shows.</source>
        <translation>サイトに表示されたキー全体をコピーしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>Secret keys use the letters A to Z and the digits 2 to 7. Copy the key again from the site.</source>
        <translation>シークレットキーに使われるのは英字の A〜Z と数字の 2〜7 です。サイトからもう一度コピーしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/base32.py"/>
        <source>“{character}” at place {place} cannot be part of a secret key.</source>
        <translation>{place} 文字目の「{character}」はシークレットキーに使えません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This is neither a secret key nor an otpauth:// link.</source>
        <translation>シークレットキーでも otpauth:// リンクでもありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This text is too long.</source>
        <translation>文字が多すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Paste fewer accounts at once.</source>
        <translation>一度に貼り付けるアカウントを減らしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Google Authenticator shows it as another QR code.</source>
        <translation>Google Authenticator では別の QR コードとして表示されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Part {part} of {size} of this transfer is missing.</source>
        <translation>この移行データの {size} 個のうち {part} 番目がありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <location filename="../../app/warifu/formats/entries.py"/>
        <source>Only the first {n} were read.</source>
        <translation>最初の {n} 件だけを読み取りました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>Paste the secret key or the otpauth:// link that the site shows.</source>
        <translation>サイトに表示されたシークレットキーか otpauth:// リンクを貼り付けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/intake.py"/>
        <source>This looks like a code, not like the secret key that codes are made from.</source>
        <translation>これはコードのようで、コードの元になるシークレットキーではなさそうです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>Only a phone can use it; ask the site for a code for authenticator apps.</source>
        <translation>スマートフォンでしか使えません。サイトで認証アプリ用のコードを表示してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>Ask the site for a code for other authenticator apps.</source>
        <translation>サイトで、ほかの認証アプリ用のコードを表示してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a code for a payment, not a secret key.</source>
        <translation>これは支払い用のコードで、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a contact, not a secret key.</source>
        <translation>これは連絡先で、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This code signs in to Steam’s own app.</source>
        <translation>これは Steam 専用アプリでサインインするためのコードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is the address of a web page, not a secret key.</source>
        <translation>これはウェブページのアドレスで、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a Wi-Fi code, not a secret key.</source>
        <translation>これは Wi-Fi のコードで、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a passkey code; only a phone can use it.</source>
        <translation>これはパスキーのコードで、スマートフォンでしか使えません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a code for Microsoft’s own app.</source>
        <translation>これは Microsoft 専用アプリのコードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>On Microsoft’s page choose “I want to use a different authenticator app”.</source>
        <translation>Microsoft のページで「別の認証アプリを使用します」を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a code for Duo’s own app.</source>
        <translation>これは Duo 専用アプリのコードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a code for Okta’s own app.</source>
        <translation>これは Okta 専用アプリのコードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a date for a calendar, not a secret key.</source>
        <translation>これはカレンダーの予定で、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is an e-mail address, not a secret key.</source>
        <translation>これはメールアドレスで、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a phone number, not a secret key.</source>
        <translation>これは電話番号で、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a place on a map, not a secret key.</source>
        <translation>これは地図上の場所で、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a code for a phone contract (eSIM).</source>
        <translation>これは携帯電話の契約 (eSIM) 用のコードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This code sets up a device of the home.</source>
        <translation>これは家庭用機器を設定するためのコードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This is a health certificate, not a secret key.</source>
        <translation>これは健康に関する証明書で、シークレットキーではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/kinds.py"/>
        <source>This kind of link holds no secret key.</source>
        <translation>この種類のリンクにはシークレットキーが含まれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>This transfer code holds no account.</source>
        <translation>この移行コードにはアカウントが含まれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>Account {n} of this transfer code cannot be read.</source>
        <translation>この移行コードの {n} 件目のアカウントは読み取れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>Account {n} of this transfer code has no secret.</source>
        <translation>この移行コードの {n} 件目のアカウントにはシークレットがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>The secret of account {n} of this transfer code is too long.</source>
        <translation>この移行コードの {n} 件目のアカウントのシークレットは長すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>Account {n} of this transfer code uses an algorithm that is not supported.</source>
        <translation>この移行コードの {n} 件目のアカウントのアルゴリズムには対応していません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>This transfer code cannot be read.</source>
        <translation>この移行コードは読み取れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/migration.py"/>
        <source>Show it again in Google Authenticator, or copy the whole otpauth-migration:// link.</source>
        <translation>Google Authenticator でもう一度表示するか、otpauth-migration:// リンク全体をコピーしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/scanned.py"/>
        <source>Show the code that the site offers for authenticator apps.</source>
        <translation>サイトで認証アプリ用のコードを表示してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/scanned.py"/>
        <source>This QR code is empty.</source>
        <translation>この QR コードには何も入っていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/scanned.py"/>
        <source>This QR code holds a text of {n} characters, and no account.</source>
        <translation>この QR コードには {n} 文字のテキストが入っていますが、アカウントはありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Google Authenticator cannot make this kind of code.</source>
        <translation>Google Authenticator ではこの種類のコードを作れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Google Authenticator can only show 6 or 8 digits.</source>
        <translation>Google Authenticator で表示できるのは 6 桁か 8 桁だけです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Google Authenticator can only renew codes every 30 seconds.</source>
        <translation>Google Authenticator のコードは 30 秒ごとにしか更新できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>The counter is too large for Google Authenticator.</source>
        <translation>カウンターが Google Authenticator には大きすぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <location filename="../../app/warifu/services/showing.py"/>
        <source>The secret is too long for a QR code that phones can scan.</source>
        <translation>シークレットが長すぎて、スマートフォンで読み取れる QR コードにできません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Few phone apps make Steam’s codes, among them Aegis and Ente Auth; others refuse them.</source>
        <translation>Steam のコードを作れるスマートフォンのアプリは Aegis や Ente Auth などに限られます。ほかのアプリでは追加できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Few phone apps make Yandex’s codes, among them Aegis; others refuse them.</source>
        <translation>Yandex のコードを作れるスマートフォンのアプリは Aegis などに限られます。ほかのアプリでは追加できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>The PIN is part of the QR code.</source>
        <translation>PIN も QR コードに含まれます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Few phone apps make mOTP codes, among them Aegis and Stratum; others refuse them.</source>
        <translation>mOTP のコードを作れるスマートフォンのアプリは Aegis や Stratum などに限られます。ほかのアプリでは追加できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>The PIN is not in the QR code; type it on the phone.</source>
        <translation>PIN は QR コードに含まれません。スマートフォンで入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Phone and PC count on their own: once one of them has given a code, the other’s is refused. Use only one of them.</source>
        <translation>カウンターはスマートフォンと PC で別々に進みます。片方でコードを使うと、もう片方のコードは受け付けられなくなります。どちらか一方だけをお使いください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Some phone apps show 6 digits instead of {digits}.</source>
        <translation>{digits} 桁ではなく 6 桁を表示するアプリがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Some phone apps, such as Google Authenticator, take 30 seconds instead of {period}.</source>
        <translation>Google Authenticator など、{period} 秒ではなく 30 秒で計算するアプリがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>Some phone apps calculate with SHA-1 instead of {algorithm}.</source>
        <translation>{algorithm} ではなく SHA-1 で計算するアプリがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>Its long name is shortened in the QR code.</source>
        <translation>名前が長いため、QR コードには短くして入れます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/targets.py"/>
        <source>On the phone it is called “{issuer}”.</source>
        <translation>スマートフォンでは「{issuer}」という名前になります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>This link asks for a kind of code that does not exist.</source>
        <translation>このリンクが求めるコードの種類は存在しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>Copy the link again, or paste the secret key alone.</source>
        <translation>リンクをもう一度コピーするか、シークレットキーだけを貼り付けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>The secret of an mOTP link must be written in hexadecimal digits.</source>
        <translation>mOTP リンクのシークレットは 16 進数で書かれている必要があります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <location filename="../../app/warifu/formats/otp_auth_ios.py"/>
        <source>Warifu makes codes with SHA-1, SHA-256 and SHA-512.</source>
        <translation>Warifu は SHA-1、SHA-256、SHA-512 のコードを作れます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>The algorithm “{name}” is not supported.</source>
        <translation>アルゴリズム「{name}」には対応していません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>This link holds no secret.</source>
        <translation>このリンクにはシークレットが含まれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri.py"/>
        <source>The secret of this Steam link is neither base32 nor base64.</source>
        <translation>この Steam リンクのシークレットは base32 でも base64 でもありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>A link may ask for 1 to 10 digits, and this one does not.</source>
        <translation>リンクで指定できるのは 1〜10 桁ですが、そうなっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>The period of this link is not a number of seconds.</source>
        <translation>このリンクの更新間隔が秒数になっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>The counter of this link is not a whole number.</source>
        <translation>このリンクのカウンターが整数になっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>This link is too long.</source>
        <translation>リンクが長すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>Copy only the link that the site shows.</source>
        <translation>サイトに表示されたリンクだけをコピーしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/core/uri_parts.py"/>
        <source>This is not an otpauth:// link.</source>
        <translation>otpauth:// リンクではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>About Warifu</source>
        <translation>Warifu について</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <source>Warifu {version}</source>
        <translation>Warifu {version}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <source>Your two-factor codes, on your own computer.</source>
        <translation>二要素認証のコードを、自分のパソコンに。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>GNU General Public License バージョン 3 以降のもとで公開している自由なソフトウェアです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/about.py"/>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Show the code</source>
        <translation>コードを表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Code hidden. Space shows it.</source>
        <translation>コードは非表示です。スペースキーで表示します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <location filename="../../app/warifu/desktop/backups/list_page.py"/>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/desktop/scanning/show_code_page.py"/>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/titled_page.py"/>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Copy code</source>
        <translation>コードをコピー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Next code</source>
        <translation>次のコード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Copy the next code</source>
        <translation>次のコードをコピー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Show QR code…</source>
        <translation>QR コードを表示…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Move to the trash</source>
        <translation>ゴミ箱に移す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>Unpin</source>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/account_page.py"/>
        <source>seconds left</source>
        <translation>
            <numerusform>残り秒数</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>Copied {title} · clears in {seconds} s</source>
        <translation>{title} をコピーしました · {seconds} 秒後に消去</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>Moved {title} to the trash</source>
        <translation>{title} をゴミ箱に移しました</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/editor/saving.py"/>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <location filename="../../app/warifu/desktop/importing/service_list.py"/>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>Moved {n} accounts to the trash</source>
        <translation>
            <numerusform>{n} 件のアカウントをゴミ箱に移しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>{n} accounts are back</source>
        <translation>
            <numerusform>{n} 件のアカウントを元に戻しました</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>Undone</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/actions.py"/>
        <source>Nothing to undo</source>
        <translation>元に戻す操作はありません</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/capture_notice.py"/>
        <source>Press to keep Warifu out of screenshots again.</source>
        <translation>押すと、Warifu は再び画面の撮影に写らなくなります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/capture_notice.py"/>
        <source>Screenshots allowed {time}</source>
        <translation>画面の撮影を許可中 {time}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/clock_line.py"/>
        <source>Clock…</source>
        <translation>時計…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/delegate.py"/>
        <source>next {code}</source>
        <translation>次は {code}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Open a site’s two-step settings, then paste its secret key here or scan its QR code. You can also drop a QR image on this window.</source>
        <translation>サイトの二段階認証の設定を開き、シークレットキーをここに貼り付けるか、QR コードを読み取ってください。QR コードの画像をこのウィンドウにドロップすることもできます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Add your first account</source>
        <translation>最初のアカウントを追加</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <location filename="../../app/warifu/desktop/accounts/list_page.py"/>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Add account</source>
        <translation>アカウントを追加</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <location filename="../../app/warifu/desktop/editor/source.py"/>
        <source>Import from another app…</source>
        <translation>ほかのアプリから取り込む…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Restore from a backup…</source>
        <translation>バックアップから復元…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Coming from Authy?</source>
        <translation>Authy からの乗り換えですか？</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Nothing matches “{query}”.</source>
        <translation>「{query}」に一致するものはありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/empty_page.py"/>
        <source>Nothing here.</source>
        <translation>ここには何もありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>Unnamed</source>
        <translation>名称なし</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>pinned</source>
        <translation>ピン留め済み</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>code {digits}</source>
        <translation>コード {digits}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>code hidden</source>
        <translation>コードは非表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <source>next {digits}</source>
        <translation>次は {digits}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/face.py"/>
        <location filename="../../app/warifu/desktop/widgets/codes.py"/>
        <source>{n} seconds left</source>
        <translation>
            <numerusform>残り {n} 秒</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <location filename="../../app/warifu/desktop/scanning/camera_words.py"/>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Backups</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <source>Lock {keys}</source>
        <translation>ロック {keys}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <source>Not saved: {reason}</source>
        <translation>保存されていません: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <source>Open for reading only</source>
        <translation>読み取り専用で開いています</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/footer.py"/>
        <source>Saved on this PC</source>
        <translation>この PC に保存済み</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/list_page.py"/>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Copy next code</source>
        <translation>次のコードをコピー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/backups/list_page.py"/>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Two codes in a row</source>
        <translation>連続する 2 つのコード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Select</source>
        <translation>選択</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Move to trash</source>
        <translation>ゴミ箱に移す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>To the top</source>
        <translation>先頭へ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>To the end</source>
        <translation>末尾へ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Own order</source>
        <translation>自分の順</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Most used</source>
        <translation>よく使う順</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Recently used</source>
        <translation>最近使った順</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Rows</source>
        <translation>行の高さ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Normal</source>
        <translation>標準</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Compact</source>
        <translation>コンパクト</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Hide codes</source>
        <translation>コードを隠す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Always on top</source>
        <translation>常に手前に表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Forbid screenshots again</source>
        <translation>画面の撮影を再び禁止</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Allow screenshots for 5 minutes</source>
        <translation>画面の撮影を 5 分間許可</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <source>Select accounts</source>
        <translation>アカウントを選択</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Import accounts…</source>
        <translation>アカウントを取り込む…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Trash</source>
        <translation>ゴミ箱</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/menus.py"/>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/model.py"/>
        <source>selected</source>
        <translation>選択中</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/model.py"/>
        <source>not selected</source>
        <translation>未選択</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/search_field.py"/>
        <source>Search accounts</source>
        <translation>アカウントを検索</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/search_field.py"/>
        <source>Search {n} accounts</source>
        <translation>
            <numerusform>{n} 件のアカウントを検索</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/search_field.py"/>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>Transfer to a phone…</source>
        <translation>スマートフォンに移行…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>Tag…</source>
        <translation>タグ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>End selecting</source>
        <translation>選択を終了</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selecting.py"/>
        <source>New tag…</source>
        <translation>新しいタグ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>To a phone…</source>
        <translation>スマホに移行…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>New tag</source>
        <translation>新しいタグ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>Add tag</source>
        <translation>タグを追加</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>{n} selected</source>
        <translation>
            <numerusform>{n} 件選択中</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/selection_bar.py"/>
        <source>{n} not in sight</source>
        <translation>{n} 件は表示外</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/tag_chips.py"/>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/tag_chips.py"/>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/tag_chips.py"/>
        <source>Pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>for AWS’s “MFA code 1 / 2”</source>
        <translation>AWS の「MFA コード 1 / 2」用</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copied ✓</source>
        <translation>コピー済み</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copied: {name}</source>
        <translation>コピー済み: {name}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copy {name}</source>
        <translation>{name} をコピー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>MFA code 1</source>
        <translation>MFA コード 1</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>MFA code 2</source>
        <translation>MFA コード 2</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Copy code 2 as soon as it is valid</source>
        <translation>有効になったらコード 2 をコピー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <location filename="../../app/warifu/desktop/importing/waiting.py"/>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <location filename="../../app/warifu/desktop/scanning/camera_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/pin_form.py"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Code 2 is valid now.</source>
        <translation>コード 2 はもう有効です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>Code 2 goes to the clipboard in {seconds} s</source>
        <translation>{seconds} 秒後にコード 2 をクリップボードへ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>now</source>
        <translation>いま</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>after code 1</source>
        <translation>コード 1 の次</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>given out</source>
        <translation>使用済み</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>valid in {seconds} s</source>
        <translation>{seconds} 秒後に有効</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>now, for {seconds} s</source>
        <translation>あと {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/two_codes.py"/>
        <source>the one before</source>
        <translation>1 つ前</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/accounts/view.py"/>
        <source>Accounts</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/account_ticks.py"/>
        <source>missing today</source>
        <translation>いまはありません</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/account_ticks.py"/>
        <source>in the trash today</source>
        <translation>ゴミ箱にあります</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/account_ticks.py"/>
        <source>another secret today</source>
        <translation>シークレットが違います</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/account_ticks.py"/>
        <source>changed since</source>
        <translation>その後変更されました</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/account_ticks.py"/>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>Tick all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/account_ticks.py"/>
        <source>Tick none</source>
        <translation>すべて外す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/account_ticks.py"/>
        <source>Accounts of the backup</source>
        <translation>バックアップのアカウント</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Last backup</source>
        <translation>前回のバックアップ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Back up now</source>
        <translation>いまバックアップ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Last tested restore</source>
        <translation>前回の復元テスト</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Test now</source>
        <translation>いまテスト</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Restore accounts</source>
        <translation>アカウントを復元</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Show backups</source>
        <translation>一覧を表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Keep them here</source>
        <translation>このままにする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Choose a place…</source>
        <translation>場所を選ぶ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>That is right</source>
        <translation>これでよい</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Your codes live on this PC. Keep a second copy, so a broken disk never locks you out.</source>
        <translation>コードはこの PC にあります。ディスクが壊れても締め出されないように、もう 1 つの控えを残してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>See what each backup holds, and bring accounts back.</source>
        <translation>それぞれの中身を確かめ、アカウントを元に戻せます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Daily and after changes, the last {n} kept</source>
        <translation>毎日と変更後、最新の {n} 個を保存</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Off: nothing is backed up by itself.</source>
        <translation>オフ：自動ではバックアップしません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Backing up…</source>
        <translation>バックアップしています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>There is no backup yet.</source>
        <translation>バックアップはまだありません。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>{n} accounts of the backup before are not here any more, and nobody deleted them. Old backups are kept until you decide.</source>
        <translation>
            <numerusform>前のバックアップにあった {n} 件のアカウントが、削除していないのになくなっています。判断されるまで、古いバックアップは消しません。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>The last good one: {moment}.</source>
        <translation>最後に成功したもの：{moment}。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Never: try it once, while nothing is broken.</source>
        <translation>まだありません。何も壊れていないうちに、一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>{n} of {total} accounts opened</source>
        <translation>{total} 件のうち {n} 件のアカウントを開けました</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>Backed up and opened again: {n} accounts.</source>
        <translation>
            <numerusform>バックアップし、開けることを確かめました：{n} 件のアカウント。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>The backups are on the same disk as the vault: if it breaks, both are gone.</source>
        <translation>バックアップは保管庫と同じディスクにあります。壊れると両方とも失われます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/backups_page.py"/>
        <source>There is a better place here: {names}.</source>
        <translation>より安全な場所があります：{names}。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/choosing.py"/>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Vaults of Warifu (*.warifu);;All files (*)</source>
        <translation>Warifu の保管庫 (*.warifu);;すべてのファイル (*)</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/choosing.py"/>
        <source>Choose a backup</source>
        <translation>バックアップを選ぶ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/list_page.py"/>
        <source>Another file…</source>
        <translation>別のファイル…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/list_page.py"/>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>Restore from a backup</source>
        <translation>バックアップから復元</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/list_page.py"/>
        <source>Opening the backups…</source>
        <translation>バックアップを開いています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/list_page.py"/>
        <source>There is no backup in {folder} yet.</source>
        <translation>{folder} にはまだバックアップがありません。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/list_page.py"/>
        <source>In {folder}; {n} older ones are not shown.</source>
        <translation>
            <numerusform>{folder} の中。古い {n} 個は表示していません。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/list_page.py"/>
        <source>In {folder}. Open one to see its accounts.</source>
        <translation>{folder} の中。開くとアカウントを確かめられます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Make backups automatically</source>
        <translation>自動でバックアップする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <source>Choose a folder…</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <source>Back to the usual folder</source>
        <translation>標準のフォルダーに戻す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <source>Best is a folder that a cloud keeps, or another disk. Backups are encrypted.</source>
        <translation>クラウドのフォルダーか別のディスクがいちばん安全です。バックアップは暗号化されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <source>Use {place}</source>
        <translation>{place} を使う</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <source>Folder of the backups</source>
        <translation>バックアップのフォルダー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <source>This folder cannot be made: {folder}</source>
        <translation>このフォルダーは作成できません：{folder}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/place_form.py"/>
        <source>No program here opens folders. The backups are in {folder}</source>
        <translation>フォルダーを開くプログラムがありません。バックアップの場所: {folder}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>Open the backup</source>
        <translation>バックアップを開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Restore chosen</source>
        <translation>選んだものを復元</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Restore all as it was…</source>
        <translation>すべて当時の状態に戻す…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Keep today’s</source>
        <translation>いまのままにする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Restore all as it was</source>
        <translation>すべて当時の状態に戻す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <source>Password or recovery code</source>
        <translation>パスワードまたは復旧コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <source>Opening the backup…</source>
        <translation>バックアップを開いています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>{name} opens with the password that it was made under.</source>
        <translation>{name} は、作成したときのパスワードで開きます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Backup of {moment}</source>
        <translation>{moment} のバックアップ</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>{n} missing today</source>
        <translation>
            <numerusform>いまはないもの {n} 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>{n} changed since</source>
        <translation>
            <numerusform>その後変更 {n} 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>{n} newer accounts</source>
        <translation>
            <numerusform>新しいアカウント {n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <source>This is not the password of the backup.</source>
        <translation>このバックアップのパスワードではありません。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>Restore {n} accounts</source>
        <translation>
            <numerusform>{n} 件のアカウントを復元</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Every account becomes as it was then. A copy of today’s vault is made first.</source>
        <translation>すべてのアカウントが当時の状態に戻ります。先に、いまの保管庫のコピーを作成します。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>{n} accounts that are newer go to the trash.</source>
        <translation>
            <numerusform>新しい {n} 件のアカウントはゴミ箱に入ります。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Making a copy of today’s vault…</source>
        <translation>いまの保管庫のコピーを作成しています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Everything is as in the backup already.</source>
        <translation>すでにすべてバックアップと同じです。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>{n} accounts restored.</source>
        <translation>
            <numerusform>{n} 件のアカウントを復元しました。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/preview_page.py"/>
        <source>Nothing was restored: {reason}</source>
        <translation>何も復元していません：{reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/remark.py"/>
        <source>{n} accounts have vanished</source>
        <translation>
            <numerusform>{n} 件が消えています</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/remark.py"/>
        <source>The backup before has them still.</source>
        <translation>前のバックアップには残っています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/remark.py"/>
        <source>Backups are on this disk only</source>
        <translation>バックアップは同じディスク内</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/remark.py"/>
        <source>If the disk breaks, the vault and its backups are gone together.</source>
        <translation>ディスクが壊れると、保管庫とバックアップが一緒に失われます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>Choose a backup and type the password that it was made under, or the recovery code.</source>
        <translation>バックアップを選び、作成したときのパスワードか復旧コードを入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>Looking for backups…</source>
        <translation>バックアップを探しています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>Restoring…</source>
        <translation>復元しています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>No backup was found on this PC: choose its file.</source>
        <translation>この PC にはバックアップが見つかりません。ファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>{accounts}, of {moment}</source>
        <translation>{accounts}（{moment}）</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>and {n} more</source>
        <translation>
            <numerusform>ほか {n} 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>The {n} newest are damaged; this is the newest that opens.</source>
        <translation>
            <numerusform>新しいほうから {n} 個は壊れています。これは開けるもののうち最新です。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>The chosen one has another password; this is the newest that yours opens.</source>
        <translation>選んだものはパスワードが異なります。これは、入力したパスワードで開ける最新のものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>The file that cannot be opened is kept beside the new one, under another name.</source>
        <translation>開けないファイルは、別の名前で新しいファイルの隣に残します。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>{n} accounts are back.</source>
        <translation>
            <numerusform>{n} 件のアカウントが戻りました。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/restore_page.py"/>
        <source>This is not the password of this backup. Try the one you had then.</source>
        <translation>このバックアップのパスワードではありません。当時のパスワードを試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <source>As on a new PC: the newest backup is opened with what you know. Nothing is changed.</source>
        <translation>新しい PC のときと同じように、覚えているもので最新のバックアップを開きます。何も変更しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <source>{opened} of {total} accounts opened, in the backup of {moment}.</source>
        <translation>{moment} のバックアップで、{total} 件のうち {opened} 件のアカウントを開けました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <source>Only {opened} of {total} accounts opened.</source>
        <translation>{total} 件のうち {opened} 件のアカウントしか開けませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/trial_form.py"/>
        <source>Make a backup now, and test again.</source>
        <translation>いまバックアップして、もう一度テストしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>No backup: the disk is full</source>
        <translation>バックアップ先が満杯です</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>No backup: the folder is read-only</source>
        <translation>バックアップ先に書き込めません</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>No backup: the folder is not there</source>
        <translation>バックアップ先がありません</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>No backup: the folder does not answer</source>
        <translation>バックアップ先が応答しません</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>No backup: the disk may be failing</source>
        <translation>バックアップ先の故障のおそれ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>made before a restore</source>
        <translation>復元の前に作成</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>made before an import</source>
        <translation>取り込みの前に作成</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>made before an update</source>
        <translation>更新の前に作成</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>made when accounts were about to vanish</source>
        <translation>アカウントが失われかけたときに作成</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>a copy of the vault</source>
        <translation>保管庫のコピー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>Unknown date</source>
        <translation>日付不明</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>just now</source>
        <translation>たったいま</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>{n} minutes ago</source>
        <translation>
            <numerusform>{n} 分前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>{n} hours ago</source>
        <translation>
            <numerusform>{n} 時間前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>{n} days ago</source>
        <translation>
            <numerusform>{n} 日前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>{n} accounts</source>
        <translation>
            <numerusform>{n} 件のアカウント</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>No backup could be made</source>
        <translation>バックアップできませんでした</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>of another vault or an earlier key, or damaged</source>
        <translation>別の保管庫か以前の鍵のもの、または壊れています</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/backups/wording.py"/>
        <source>as today</source>
        <translation>いまと同じ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <source>Diagnostics</source>
        <translation>診断情報</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <source>For somebody who helps you. This is all that is saved, and nothing is sent: no names of accounts, no paths, no secrets.</source>
        <translation>問題の解決を手伝ってくれる人のための情報です。保存されるのはここに表示されているものだけで、送信はされません。アカウント名、ファイルの場所、秘密のキーは含まれません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <source>What will be saved</source>
        <translation>保存される内容</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <source>Looking at this computer…</source>
        <translation>この PC を調べています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <source>Saved as {name}.</source>
        <translation>{name} として保存しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <source>Save the diagnostics</source>
        <translation>診断情報を保存</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/diagnostics_page.py"/>
        <source>Texts (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>By time (TOTP)</source>
        <translation>時刻で（TOTP）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>By counter (HOTP)</source>
        <translation>カウンターで（HOTP）</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>{n} digits</source>
        <translation>
            <numerusform>{n} 桁</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>{n} letters</source>
        <translation>
            <numerusform>{n} 文字</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>counter {n}</source>
        <translation>カウンター {n}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Algorithm</source>
        <translation>アルゴリズム</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Digits</source>
        <translation>桁数</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <source>Period in seconds</source>
        <translation>更新間隔（秒）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Counter</source>
        <translation>カウンター</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/advanced.py"/>
        <location filename="../../app/warifu/desktop/unlock/locked_quick.py"/>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/draft.py"/>
        <source>This text holds several accounts, and here is room for one.</source>
        <translation>複数のアカウントが含まれていますが、ここで扱えるのは 1 件です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/draft.py"/>
        <source>Paste the secret key or link first.</source>
        <translation>まずシークレットキーかリンクを貼り付けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/draft.py"/>
        <source>This type of code needs its PIN, under Advanced.</source>
        <translation>この種類のコードには、詳細設定にある PIN が必要です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/draft.py"/>
        <source>Give it a title, so that you find it again.</source>
        <translation>あとで見つけられるように、タイトルを付けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Edit account</source>
        <translation>アカウントを編集</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>The code it gives now. AWS asks for two in a row: both are on the next page.</source>
        <translation>いまのコードです。AWS が求める連続する 2 つのコードは、次の画面に表示されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Paste the secret key or link the site gives you, or scan its QR code.</source>
        <translation>サイトに表示されるシークレットキーまたはリンクを貼り付けるか、QR コードを読み取ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Tick at least one account.</source>
        <translation>少なくとも 1 件にチェックを入れてください。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Save {n} accounts</source>
        <translation>
            <numerusform>{n} 件のアカウントを保存</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/editor_page.py"/>
        <source>Save anyway</source>
        <translation>このまま保存</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Tags, note, issuer</source>
        <translation>タグ、メモ、発行元</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Advanced</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Work, Personal</source>
        <translation>仕事, 個人</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Icon</source>
        <translation>アイコン</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Account (optional)</source>
        <translation>アカウント（任意）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Tags, separated by commas</source>
        <translation>タグ（カンマ区切り）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/form.py"/>
        <source>Issuer, as the site calls itself</source>
        <translation>発行元（サイト側の名称）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_picker.py"/>
        <source>Own image</source>
        <translation>自分の画像</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_picker.py"/>
        <location filename="../../app/warifu/desktop/editor/icon_rows.py"/>
        <source>Letter</source>
        <translation>文字</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_picker.py"/>
        <source>Choose an image</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_picker.py"/>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_picker.py"/>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_popup.py"/>
        <source>Choose an icon</source>
        <translation>アイコンを選択</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_popup.py"/>
        <source>Search icons</source>
        <translation>アイコンを検索</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/icon_popup.py"/>
        <source>Search {n} icons</source>
        <translation>
            <numerusform>{n} 個のアイコンを検索</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_popup.py"/>
        <source>Icons</source>
        <translation>アイコン</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_rows.py"/>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_rows.py"/>
        <source>Own image…</source>
        <translation>自分の画像…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/icon_rows.py"/>
        <source>suggested</source>
        <translation>候補</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/notices.py"/>
        <source>Open the existing one</source>
        <translation>登録済みのものを開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/notices.py"/>
        <source>This secret is already there as “{title}”. You can keep both.</source>
        <translation>このシークレットは「{title}」として登録済みです。両方とも残せます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/preview.py"/>
        <source>The code it gives now</source>
        <translation>いまのコード</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/saving.py"/>
        <source>{n} accounts added</source>
        <translation>
            <numerusform>{n} 件のアカウントを追加しました</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Show secret</source>
        <translation>シークレットを表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Replace…</source>
        <translation>置き換える…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Secret key</source>
        <translation>シークレットキー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Hide secret</source>
        <translation>シークレットを隠す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/secret_row.py"/>
        <source>Secret key, hidden</source>
        <translation>シークレットキー（非表示）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>Title, icon and the rest can be changed later, for each of them.</source>
        <translation>タイトルやアイコンなどは、あとで 1 件ずつ変更できます。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>{n} accounts found</source>
        <translation>
            <numerusform>{n} 件のアカウントが見つかりました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>And {n} more lines that cannot be read.</source>
        <translation>
            <numerusform>ほかに読み取れない行が {n} 行あります。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>{read} of {size} codes read. Scan the others too, or save these now.</source>
        <translation>{size} 個中 {read} 個のコードを読み取りました。残りも読み取るか、このまま保存してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>All codes of this transfer were read.</source>
        <translation>この移行のコードをすべて読み取りました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>{account} — already there as “{title}”</source>
        <translation>{account} — 「{title}」として登録済み</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/several.py"/>
        <source>Line {line}: {problem}</source>
        <translation>{line} 行目: {problem}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/source.py"/>
        <source>Secret key or otpauth:// link</source>
        <translation>シークレットキーまたは otpauth:// リンク</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/source.py"/>
        <source>Paste from clipboard: it holds a secret key</source>
        <translation>クリップボードから貼り付け: シークレットキーがあります</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/editor/source.py"/>
        <source>Paste from clipboard: it holds a link for codes</source>
        <translation>クリップボードから貼り付け: コード用のリンクがあります</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/done_part.py"/>
        <source>Show in its folder</source>
        <translation>保存先のフォルダーを開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/done_part.py"/>
        <source>What to do next</source>
        <translation>次にすること</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/exporting/done_part.py"/>
        <source>{n} accounts written: {target}</source>
        <translation>
            <numerusform>{n} 件のアカウントを書き出しました: {target}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/done_part.py"/>
        <source>It asks for the password of the file.</source>
        <translation>ファイルのパスワードの入力を求められます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/done_part.py"/>
        <source>When it is printed, delete the file, and empty the trash.</source>
        <translation>印刷が済んだらファイルを削除し、ゴミ箱も空にしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/done_part.py"/>
        <source>When it is read there, delete the file, and empty the trash: it is not encrypted.</source>
        <translation>読み込みが済んだらファイルを削除し、ゴミ箱も空にしてください。ファイルは暗号化されていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/done_part.py"/>
        <source>No program here opens folders. The file is in {folder}</source>
        <translation>フォルダーを開くプログラムがありません。ファイルの場所: {folder}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>There is no account to export yet.</source>
        <translation>書き出せるアカウントはまだありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>Take accounts to another app, or make a second copy. In Warifu everything stays as it is.</source>
        <translation>アカウントをほかのアプリに移したり、もう 1 つの控えを作ったりできます。Warifu の中身は変わりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>Accounts to export</source>
        <translation>書き出すアカウント</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>Recommended</source>
        <translation>おすすめ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>For another app</source>
        <translation>ほかのアプリ用</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>On paper</source>
        <translation>紙に印刷</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>Not encrypted</source>
        <translation>暗号化なし</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>QR codes to scan</source>
        <translation>読み取り用の QR コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>For Google Authenticator and most apps</source>
        <translation>Google Authenticator など、ほとんどのアプリ向け</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>To a phone</source>
        <translation>スマートフォンへ</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>The {n} selected accounts</source>
        <translation>
            <numerusform>選択した {n} 件のアカウント</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>Pinned ({n})</source>
        <translation>ピン留め（{n} 件）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>Tagged “{tag}” ({n})</source>
        <translation>タグ「{tag}」（{n} 件）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/export_page.py"/>
        <source>All accounts ({n})</source>
        <translation>すべてのアカウント（{n} 件）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/losses_part.py"/>
        <source>What gets lost</source>
        <translation>失われるもの</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/exporting/losses_part.py"/>
        <source>{n} accounts will be written.</source>
        <translation>
            <numerusform>{n} 件のアカウントを書き出します。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/losses_part.py"/>
        <source>Nothing gets lost.</source>
        <translation>失われるものはありません。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/exporting/losses_part.py"/>
        <source>Show all {n}</source>
        <translation>
            <numerusform>{n} 件すべてを表示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/exporting/losses_part.py"/>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>{n} accounts cannot go along</source>
        <translation>
            <numerusform>移行できないアカウント: {n} 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/exporting/losses_part.py"/>
        <source>{n} accounts lose something</source>
        <translation>
            <numerusform>一部が失われるアカウント: {n} 件</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/owner_check.py"/>
        <location filename="../../app/warifu/desktop/unlock/locked_quick.py"/>
        <source>Use the password</source>
        <translation>パスワードを使う</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/owner_check.py"/>
        <source>You have confirmed that it is you.</source>
        <translation>ご本人と確認できました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/owner_check.py"/>
        <source>PIN of Warifu</source>
        <translation>Warifu の PIN</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/owner_check.py"/>
        <source>Your password of Warifu, or the recovery code</source>
        <translation>Warifu のパスワードまたは復旧コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/owner_check.py"/>
        <location filename="../../app/warifu/vault/file.py"/>
        <location filename="../../app/warifu/vault/restore.py"/>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>This is not the password of the vault.</source>
        <translation>この保管庫のパスワードではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/paper_sheet.py"/>
        <source>The printer did not take the pages.</source>
        <translation>プリンターがページを受け付けませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/paper_sheet.py"/>
        <source>Save the sheet as PDF instead.</source>
        <translation>代わりに PDF として保存してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/place_question.py"/>
        <source>Another place…</source>
        <translation>別の場所…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/printing.py"/>
        <source>The pages were given to the printer.</source>
        <translation>ページをプリンターに送りました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/protection.py"/>
        <source>Protect the file with a password</source>
        <translation>ファイルをパスワードで保護する</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/protection.py"/>
        <source>Password of the file</source>
        <translation>ファイルのパスワード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/protection.py"/>
        <source>not encrypted</source>
        <translation>暗号化なし</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/protection.py"/>
        <source>This file is not encrypted. Whoever gets it, today or from an old disk, has the codes of all these accounts for ever.</source>
        <translation>このファイルは暗号化されません。いまファイルを手に入れた人も、あとで古いディスクから取り出した人も、これらすべてのアカウントのコードをいつまでも作れます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/protection.py"/>
        <source>To go on, type: {word}</source>
        <translation>続けるには「{word}」と入力してください</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/protection.py"/>
        <source>Type “{word}” to confirm.</source>
        <translation>確認のため「{word}」と入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/saving.py"/>
        <source>Save the export</source>
        <translation>書き出しファイルを保存</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/saving.py"/>
        <source>There is a file of this name already: {name}</source>
        <translation>同じ名前のファイルがすでにあります: {name}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/saving.py"/>
        <source>Replace it</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/saving.py"/>
        <source>{cloud} copies this folder to its servers, and keeps for a while what is deleted. The secrets would be there as well.</source>
        <translation>{cloud} はこのフォルダーをサーバーにコピーし、削除したファイルもしばらく残します。シークレットもサーバーに置かれることになります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/saving.py"/>
        <source>Save it there</source>
        <translation>このフォルダーに保存</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/saving.py"/>
        <source>Looking at the folder…</source>
        <translation>フォルダーを調べています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/saving.py"/>
        <source>Writing the file…</source>
        <translation>ファイルを書き込んでいます…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/saving.py"/>
        <source>Making the file. This takes a second or two.</source>
        <translation>ファイルを作成しています。1〜2 秒かかります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>Warifu file</source>
        <translation>Warifu ファイル</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>Printable sheet, web page</source>
        <translation>印刷用シート（ウェブページ）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>Printable sheet, PDF</source>
        <translation>印刷用シート（PDF）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>List of otpauth links</source>
        <translation>otpauth リンクの一覧</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>Encrypted, and holds everything</source>
        <translation>暗号化あり、すべての情報を保持</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>QR codes and secret keys on paper</source>
        <translation>紙に QR コードとシークレットキーを印刷</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>Read by most authenticators</source>
        <translation>ほとんどの認証アプリで読み込み可能</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>Encrypted</source>
        <translation>暗号化あり</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <source>Encrypted, or plain</source>
        <translation>暗号化の有無を選択可能</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/wording.py"/>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>{account}: {sentence}</source>
        <translation>{account}: {sentence}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <source>Open the backups</source>
        <translation>バックアップを開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <source>Save the file…</source>
        <translation>ファイルを保存…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <source>A vault of its own, for another computer or for keeping. It opens with the password that you give it here. A copy that opens with the password and the recovery code of today’s vault is a backup.</source>
        <translation>別のコンピューターで使うため、または保存しておくための、独立した保管庫です。ここで決めるパスワードで開きます。いまの保管庫のパスワードと復旧コードで開けるコピーが必要なときは、バックアップをお使いください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <source>None of these accounts can be written.</source>
        <translation>書き出せるアカウントがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <source>Confirm that it is you.</source>
        <translation>ご本人の確認が必要です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <source>Looking whether it is you…</source>
        <translation>ご本人か確認しています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/exporting/write_page.py"/>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/app_list.py"/>
        <source>Search apps</source>
        <translation>アプリを検索</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/app_list.py"/>
        <source>Search {n} apps</source>
        <translation>
            <numerusform>{n} 個のアプリを検索</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/app_list.py"/>
        <source>No app of that name. Choose its file all the same: Warifu looks at what is in it.</source>
        <translation>その名前のアプリはありません。それでもファイルを選んでみてください。Warifu は中身で判断します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/app_list.py"/>
        <source>Apps</source>
        <translation>アプリ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/apps.py"/>
        <source>Find out from the content</source>
        <translation>中身から判断する</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/choosing.py"/>
        <source>Choose what the other app wrote</source>
        <translation>ほかのアプリが書き出したファイルを選ぶ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Name the columns</source>
        <translation>列の割り当て</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Use these columns</source>
        <translation>この列で読み込む</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>{name} is a table. Say which column holds what; below you see what comes of it.</source>
        <translation>{name} は表です。どの列に何が入っているかを選んでください。結果が下に表示されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>More columns</source>
        <translation>その他の列</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>The first line names the columns</source>
        <translation>1 行目は列の名前</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>{n} not readable</source>
        <translation>読み取れないもの {n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>{account}: {code}</source>
        <translation>{account}：{code}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>No row holds a secret in this column.</source>
        <translation>この列にシークレットが入っている行はありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Secret key or link</source>
        <translation>シークレットキーまたはリンク</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Issuer</source>
        <translation>発行元</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Account name</source>
        <translation>アカウント名</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Period</source>
        <translation>更新間隔</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/columns_page.py"/>
        <source>Column {n}</source>
        <translation>{n} 列目</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>Keep the files</source>
        <translation>
            <numerusform>ファイルを残す</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>Delete the files</source>
        <translation>
            <numerusform>ファイルを削除</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>Take the import back</source>
        <translation>取り込みを元に戻す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>Deleting takes it away at once, not into the bin. What disks, backups and cloud folders keep of it is beyond Warifu’s reach: empty their bins as well.</source>
        <translation>ゴミ箱には入れず、その場で削除します。ディスクの痕跡、バックアップ、クラウドのフォルダーに残る写しまでは Warifu では消せません。それらのゴミ箱も空にしてください。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>{n} files were deleted.</source>
        <translation>
            <numerusform>{n} 個のファイルを削除しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>The files hold the secrets of your accounts, and passwords as well.</source>
        <translation>
            <numerusform>ファイルにはアカウントのシークレットのほか、パスワードも入っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>The files still hold the secrets of your accounts.</source>
        <translation>
            <numerusform>ファイルにはアカウントのシークレットが残っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>Their passwords are all that guards them.</source>
        <translation>
            <numerusform>守っているのはファイルのパスワードだけです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>Whoever reads them can make your codes.</source>
        <translation>
            <numerusform>読んだ人は、あなたのコードを作れます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/delete_page.py"/>
        <source>Delete them?</source>
        <translation>
            <numerusform>削除しますか？</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Leave out {name}</source>
        <translation>{name} を除く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Another password…</source>
        <translation>別のパスワード…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Name its columns…</source>
        <translation>列を割り当てる…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Key file…</source>
        <translation>キーファイル…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Password of {name}</source>
        <translation>{name} のパスワード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Choose the key file</source>
        <translation>キーファイルを選ぶ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>An older password</source>
        <translation>以前のパスワード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>The password that the file has</source>
        <translation>ファイルのパスワード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>This password does not open the file. Check how it is written; it may also be damaged.</source>
        <translation>このパスワードではファイルを開けません。入力を確かめてください。ファイルが壊れていることもあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Being read…</source>
        <translation>読み込んでいます…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>{n} QR codes</source>
        <translation>
            <numerusform>QR コード {n} 枚</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>{n} stayed closed</source>
        <translation>開けなかったもの {n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Not from {app}? Choose</source>
        <translation>{app} ではない場合は選択</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/file_row.py"/>
        <source>Choose the app that wrote it…</source>
        <translation>書き出したアプリを選ぶ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <location filename="../../app/warifu/desktop/importing/import_page.py"/>
        <source>Import accounts</source>
        <translation>アカウントを取り込む</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>Add files…</source>
        <translation>ファイルを追加…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>There are no accounts in it.</source>
        <translation>アカウントは入っていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>Making a backup, then importing…</source>
        <translation>バックアップしてから取り込みます…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>Nothing was imported: {reason}</source>
        <translation>何も取り込んでいません：{reason}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>Reading {name}…</source>
        <translation>{name} を読み込んでいます…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>{n} other files</source>
        <translation>
            <numerusform>ほかに {n} 個のファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>{n} files</source>
        <translation>
            <numerusform>{n} 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <location filename="../../app/warifu/services/gathering.py"/>
        <source>{read} of {size} read</source>
        <translation>{size} 個中 {read} 個を読み取りました</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>Add the other QR codes too, or import these now.</source>
        <translation>残りの QR コードも追加するか、このまま取り込んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>This vault is open for reading only: nothing can be imported.</source>
        <translation>この保管庫は読み取り専用で開いているため、取り込みはできません。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/files_page.py"/>
        <source>Import {n} accounts</source>
        <translation>
            <numerusform>{n} 件のアカウントを取り込む</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/found_list.py"/>
        <source>What is in the file</source>
        <translation>ファイルの中身</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/import_page.py"/>
        <source>Choose files…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/import_page.py"/>
        <source>Drop the file that another app wrote on this window, or choose it. Warifu finds out what it is and shows what is in it; nothing is stored before you say so.</source>
        <translation>ほかのアプリが書き出したファイルをこのウィンドウにドロップするか、選んでください。Warifu が種類を判断して中身を表示します。確認するまで何も保存しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/import_page.py"/>
        <source>Or say where they come from</source>
        <translation>または、どのアプリから移るかを選ぶ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/import_page.py"/>
        <source>Which app wrote it?</source>
        <translation>どのアプリのファイルですか？</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Leaving Authy</source>
        <translation>Authy からの乗り換え</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Choose files of Authy…</source>
        <translation>Authy のファイルを選ぶ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Authy has never had an export. Its desktop app ended in March 2024, and since July 2024 its servers answer no other program. Two ways are left.</source>
        <translation>Authy に書き出し機能はありません。デスクトップ版は 2024 年 3 月に終了し、2024 年 7 月からはサーバーもほかのプログラムに応答しません。残る方法は 2 つです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Files that hold your accounts</source>
        <translation>アカウントが入っているファイル</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Everything else: set it up again</source>
        <translation>それ以外は設定し直す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Sign in to each service with a code of Authy, turn its two-step login off, and on again with Warifu. Keep Authy until the last one is ticked.</source>
        <translation>サービスごとに Authy のコードでサインインし、2 段階認証をいったんオフにして、Warifu で設定し直します。最後の 1 件が済むまで Authy は消さないでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>What is encrypted opens with your backup password of Authy. If you changed it once, older tokens need the older one; Warifu asks for it.</source>
        <translation>暗号化されたものは Authy のバックアップパスワードで開きます。変更したことがあるときは、古いトークンに以前のパスワードが要ります。Warifu が入力を求めます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>From a rooted Android phone</source>
        <translation>root 化した Android 端末から</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>com.authy.storage.tokens.authenticator.xml and com.authy.storage.tokens.authy.xml, in /data/data/com.authy.authy/shared_prefs</source>
        <translation>/data/data/com.authy.authy/shared_prefs にある com.authy.storage.tokens.authenticator.xml と com.authy.storage.tokens.authy.xml</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>What a tool saved earlier</source>
        <translation>以前ツールで保存したもの</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Lists of tokens that were taken out of the desktop app or recorded on an iPhone while that worked: JSON files, encrypted or not.</source>
        <translation>デスクトップ版から取り出した、または iPhone の通信から記録したトークンの一覧（JSON ファイル。暗号化の有無は問いません）。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Your data, on request</source>
        <translation>開示請求で受け取るデータ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/leaving_page.py"/>
        <source>Authy has to send what it stores about you where the law says so, as the GDPR does: ask its support. The table (CSV) that comes holds your tokens, encrypted.</source>
        <translation>GDPR などの法律がある地域では、Authy は保存しているあなたのデータを渡す義務があります。サポートに請求してください。届く表（CSV）に、暗号化されたトークンが入っています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/note_closed.py"/>
        <source>Put {n} on the list to set up again</source>
        <translation>{n} 件を再設定リストに入れる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/note_closed.py"/>
        <source>They are on the list of “Leaving Authy”.</source>
        <translation>「Authy からの乗り換え」のリストに入れました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_list.py"/>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_list.py"/>
        <source>Name of a service, or a pasted list</source>
        <translation>サービスの名前（一覧の貼り付けも可）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_list.py"/>
        <source>The list is kept in your vault, encrypted like everything in it.</source>
        <translation>リストは保管庫の中に、ほかのデータと同じように暗号化して保存されます。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/service_list.py"/>
        <source>All {n} have moved. Authy can go.</source>
        <translation>
            <numerusform>{n} 件すべて移し終えました。Authy はもう不要です。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_list.py"/>
        <source>{done} of {total} moved</source>
        <translation>{total} 件のうち {done} 件が完了</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_list.py"/>
        <source>{name} is off the list</source>
        <translation>{name} をリストから外しました</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_list.py"/>
        <source>That is on the list already.</source>
        <translation>すでにリストにあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_row.py"/>
        <source>Take {name} off the list</source>
        <translation>{name} をリストから外す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_row.py"/>
        <source>An account of this name is in Warifu: tick it if this is it.</source>
        <translation>同じ名前のアカウントが Warifu にあります。それであればチェックしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/service_row.py"/>
        <source>Its page for two-step login: {page}</source>
        <translation>2 段階認証のページ：{page}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/steps_page.py"/>
        <source>From {app}</source>
        <translation>{app} から</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/steps_page.py"/>
        <source>Choose the file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/steps_page.py"/>
        <source>Scan QR codes instead</source>
        <translation>代わりに QR コードを読み取る</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/steps_page.py"/>
        <source>Warifu asks for a password only if the file has one.</source>
        <translation>パスワードは、ファイルに設定されているときだけ尋ねます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/steps_page.py"/>
        <source>Get the accounts out</source>
        <translation>アカウントを書き出す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/steps_page.py"/>
        <source>Then drop the file on this window, or choose it. Several at once are fine.</source>
        <translation>次に、ファイルをこのウィンドウにドロップするか、選んでください。複数まとめてもかまいません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/waiting.py"/>
        <source>{what} {seconds} s</source>
        <translation>{what} {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>New: {n}</source>
        <translation>新規：{n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Here, and changed in the file: {n}</source>
        <translation>登録済みで内容が異なるもの：{n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Here already: {n}</source>
        <translation>登録済み：{n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Twice in the file: {n}</source>
        <translation>ファイル内で重複：{n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>In that app’s bin: {n}</source>
        <translation>元のアプリのゴミ箱：{n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Not readable: {n}</source>
        <translation>読み取れないもの：{n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Here as “{title}”</source>
        <translation>「{title}」として登録済み</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Another icon</source>
        <translation>アイコンが異なる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>{field}: {before} → {after}</source>
        <translation>{field}：{before} → {after}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>{n} seconds</source>
        <translation>
            <numerusform>{n} 秒</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>Entry {n}</source>
        <translation>{n} 件目</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>The file</source>
        <translation>ファイル</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>{n} accounts imported</source>
        <translation>
            <numerusform>{n} 件のアカウントを取り込みました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/importing/wording.py"/>
        <source>{n} accounts changed</source>
        <translation>
            <numerusform>{n} 件のアカウントを変更しました</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <source>Not saved</source>
        <translation>保存されていません</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <source>If you quit now, your last changes are lost.</source>
        <translation>いま終了すると、最後の変更が失われます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <source>Quit and lose them</source>
        <translation>変更を捨てて終了</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/leaving.py"/>
        <source>Stay</source>
        <translation>終了しない</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/links.py"/>
        <source>A link has come. It opens when this page is done.</source>
        <translation>リンクが届きました。このページの作業が終わると開きます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/links.py"/>
        <source>As long as the vault cannot be opened, no account can be added.</source>
        <translation>保管庫を開けないあいだは、アカウントを追加できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/links.py"/>
        <source>Unlock Warifu, and the account of the link opens.</source>
        <translation>ロックを解除すると、リンクのアカウントが開きます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/links.py"/>
        <source>Create the vault, and the account of the link opens.</source>
        <translation>保管庫を作成すると、リンクのアカウントが開きます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/links.py"/>
        <source>Forget the link</source>
        <translation>リンクを破棄</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/links.py"/>
        <source>From a link. Nothing is stored before you save it.</source>
        <translation>リンクから開きました。保存するまでは登録されません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/links.py"/>
        <source>This link is too long to be that of an account.</source>
        <translation>このリンクは長すぎるため、アカウントのリンクとして扱えません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/links.py"/>
        <source>This link holds no account.</source>
        <translation>このリンクにはアカウントが含まれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/notify.py"/>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Clock</source>
        <translation>時計</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Check…</source>
        <translation>確かめる…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Check the clock…</source>
        <translation>時計を確かめる…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>This computer’s clock</source>
        <translation>この PC の時計</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Asking the system…</source>
        <translation>システムに問い合わせています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Remove {title}</source>
        <translation>{title} を取り除く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Correction</source>
        <translation>補正</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>The system says that it keeps it right from the network.</source>
        <translation>システムによると、ネットワークを通じて正しく合わせられています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>The system does not keep it right from the network: check it, or set it.</source>
        <translation>システムはネットワークを通じて時計を合わせていません。時計を確かめるか、合わせてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>The system does not tell whether it is right.</source>
        <translation>正しいかどうかを、このシステムは知らせません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Ask the server</source>
        <translation>サーバーに問い合わせる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>One question goes over the network to this server. It sees this computer’s address and that it asks for the time, nothing else. The answer is not encrypted.</source>
        <translation>ネットワークを通じて、このサーバーに一度だけ問い合わせます。サーバーに伝わるのは、この PC のアドレスと時刻を尋ねたことだけです。回答は暗号化されません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Time server</source>
        <translation>時刻サーバー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Asking…</source>
        <translation>問い合わせています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Leave it</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Correct in Warifu</source>
        <translation>Warifu 内で補正</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>That is too much to correct here: set the date of this computer.</source>
        <translation>ずれが大きすぎるため、ここでは補正できません。この PC の日付を合わせてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/clock_group.py"/>
        <source>Best is to set the clock of this computer. Warifu can also correct it for its own codes alone, until you remove that.</source>
        <translation>この PC の時計を合わせるのがいちばんです。Warifu のコードだけを補正することもでき、補正はいつでも取り除けます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/links_row.py"/>
        <source>Links of sites and apps: Warifu shows what they hold and asks before it stores it.</source>
        <translation>リンクの内容を表示し、保存の前に必ず確認します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/links_row.py"/>
        <source>Open otpauth:// links with Warifu</source>
        <translation>otpauth:// リンクを Warifu で開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>Locking</source>
        <translation>ロック</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Never</source>
        <translation>表示しない</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>After {n} minutes</source>
        <translation>
            <numerusform>{n} 分後</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>Lock when nobody is here</source>
        <translation>操作がないときにロックする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Lock with the screen</source>
        <translation>画面のロックに合わせてロックする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Lock before the computer sleeps</source>
        <translation>PC のスリープ前にロックする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Lock when another user takes over</source>
        <translation>ほかのユーザーに切り替わるときにロックする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Lock when the window is minimised</source>
        <translation>ウィンドウを最小化したときにロックする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>On the screen</source>
        <translation>画面の表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Hide codes while another program has the keyboard</source>
        <translation>ほかのアプリを操作している間はコードを隠す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Keep Warifu out of screenshots and screen sharing</source>
        <translation>スクリーンショットや画面共有に Warifu を写さない</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>This desktop tells no program when you are away: only keys and clicks in Warifu count.</source>
        <translation>このデスクトップ環境は離席をアプリに知らせません。Warifu での操作だけを数えます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>Counted from the last key or movement of the mouse, in whatever program.</source>
        <translation>どのアプリでも、最後にキーやマウスを操作したときから数えます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>This system lets no program keep its windows out of pictures of the screen.</source>
        <translation>このシステムには、画面の撮影からウィンドウを除く方法がありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>Off in this remote session, where you would see a black window yourself.</source>
        <translation>リモート接続中はオフになります。オンにすると、ご自身にも黒いウィンドウしか見えなくなるためです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/locking_group.py"/>
        <source>As far as the system can. The menu allows them for 5 minutes, as for help from afar.</source>
        <translation>システムで可能な範囲に限ります。遠隔サポートなどの際は、メニューから 5 分間許可できます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Look</source>
        <translation>外観</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>My own order</source>
        <translation>自分の順</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>By name</source>
        <translation>名前順</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Most used first</source>
        <translation>よく使う順</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Last used first</source>
        <translation>最近使った順</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Order of the accounts</source>
        <translation>アカウントの並び順</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Codes</source>
        <translation>コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Hide codes until an account is clicked</source>
        <translation>アカウントをクリックするまでコードを隠す</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>In the last {n} s</source>
        <translation>
            <numerusform>最後の {n} 秒</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Show the next code</source>
        <translation>次のコードを表示</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>After {n} s</source>
        <translation>
            <numerusform>{n} 秒後</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Clear copied codes</source>
        <translation>コピーしたコードを消去</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Minimise the window after copying a code</source>
        <translation>コードをコピーしたらウィンドウを最小化</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Keep the window above others</source>
        <translation>ウィンドウを常に手前に表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Closing leaves Warifu in the tray</source>
        <translation>閉じても Warifu を通知領域に残す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Links</source>
        <translation>リンク</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Vault</source>
        <translation>保管庫</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Backups…</source>
        <translation>バックアップ…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Change the password…</source>
        <translation>パスワードを変更…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Unlocking and recovery code…</source>
        <translation>ロック解除と復旧コード…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>About</source>
        <translation>このアプリについて</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Warifu {version}. Free software under the GPL, version 3 or later.</source>
        <translation>Warifu {version}。GPL バージョン 3 以降の自由なソフトウェアです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>Save diagnostics…</source>
        <translation>診断情報を保存…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/preferences/preferences_page.py"/>
        <source>No program here opens folders. The vault is in {folder}</source>
        <translation>フォルダーを開くプログラムがありません。保管庫の場所: {folder}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <source>Warifu: codes</source>
        <translation>Warifu: コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>Open Warifu</source>
        <translation>Warifu を開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <source>Warifu is locked.</source>
        <translation>Warifu はロックされています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/recovery_page.py"/>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <source>There is no vault yet.</source>
        <translation>保管庫がまだありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/quick_panel.py"/>
        <source>The vault cannot be opened.</source>
        <translation>保管庫を開けません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/running.py"/>
        <source>Something went wrong in Warifu.</source>
        <translation>Warifu で問題が起きました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/running.py"/>
        <source>Your accounts are not affected.</source>
        <translation>アカウントに影響はありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/running.py"/>
        <source>If it happens again, lock and unlock, or start Warifu anew.</source>
        <translation>また起きる場合は、ロックして解除し直すか、Warifu を再起動してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/camera_page.py"/>
        <source>Camera picture</source>
        <translation>カメラの映像</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/camera_page.py"/>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/camera_page.py"/>
        <source>Scan a QR code</source>
        <translation>QR コードをスキャン</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/camera_page.py"/>
        <source>Hold the code in front of the camera. It is read as soon as it is seen.</source>
        <translation>コードをカメラにかざしてください。映るとすぐに読み取ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/camera_page.py"/>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/camera_page.py"/>
        <source>No camera</source>
        <translation>カメラなし</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/camera_page.py"/>
        <source>Starting the camera…</source>
        <translation>カメラを起動しています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/camera_words.py"/>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/drop.py"/>
        <source>Drop it here</source>
        <translation>ここにドロップ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/drop.py"/>
        <source>Warifu reads what is in it. Nothing is stored before you say so.</source>
        <translation>Warifu が中身を読み取ります。確認するまで何も保存しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/harvest.py"/>
        <location filename="../../app/warifu/services/reading_files.py"/>
        <source>No QR code was found in this picture.</source>
        <translation>この画像に QR コードは見つかりませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/harvest.py"/>
        <location filename="../../app/warifu/services/reading_files.py"/>
        <source>Cut it so that the code fills most of it, and try again.</source>
        <translation>コードが大きく写るように切り抜いて、もう一度お試しください。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/scanning/harvest.py"/>
        <source>And {n} more.</source>
        <translation>
            <numerusform>ほかに {n} 件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/scanning/harvest.py"/>
        <source>{n} pictures gave nothing.</source>
        <translation>
            <numerusform>{n} 個の画像は読み取れませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/harvest.py"/>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>This is not a file.</source>
        <translation>これはファイルではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <source>Choose a picture.</source>
        <translation>画像を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <source>This is a folder, not a picture.</source>
        <translation>これは画像ではなくフォルダーです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <source>Choose the pictures in it.</source>
        <translation>中の画像を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <source>This file cannot be read.</source>
        <translation>このファイルは読み込めません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <source>See whether you may open it.</source>
        <translation>開く権限があるか確認してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <source>Open images with QR codes</source>
        <translation>QR コードの画像を開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/image_files.py"/>
        <source>Images and PDF</source>
        <translation>画像と PDF</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/region_overlay.py"/>
        <source>Draw around the QR code</source>
        <translation>QR コードを囲んでください</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/region_overlay.py"/>
        <source>No QR code was found by itself.</source>
        <translation>QR コードを自動では見つけられませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/region_overlay.py"/>
        <source>Draw a rectangle around it, with the mouse or with arrows, Shift and Enter. Esc goes back.</source>
        <translation>マウス、または矢印キーと Shift・Enter キーで、コードを四角で囲んでください。Esc で戻ります。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/scanning/result.py"/>
        <source>{n} accounts read</source>
        <translation>
            <numerusform>{n} 件のアカウントを読み取りました</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/result.py"/>
        <source>Which of them are added is asked next.</source>
        <translation>追加するアカウントは次の画面で選べます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/result.py"/>
        <source>Looking for a code…</source>
        <translation>コードを探しています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/result.py"/>
        <source>Read: {account}. Press Enter to continue.</source>
        <translation>{account} を読み取りました。Enter キーで続けます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/result.py"/>
        <source>{read} of {size} codes read. Show the next one, or continue with these.</source>
        <translation>{size} 個中 {read} 個のコードを読み取りました。次のコードをかざすか、ここまでの分で続けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/result.py"/>
        <source>All {size} codes of the transfer are read.</source>
        <translation>移行コード {size} 個をすべて読み取りました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/scanner.py"/>
        <source>The clipboard is empty.</source>
        <translation>クリップボードは空です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/scanner.py"/>
        <source>Something is being entered on this page.</source>
        <translation>このページは入力の途中です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/scanner.py"/>
        <source>Save or leave it, and drop the file again.</source>
        <translation>保存するか離れてから、もう一度ファイルをドロップしてください。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/scanning/scanner.py"/>
        <source>Reading {n} pictures…</source>
        <translation>
            <numerusform>{n} 個の画像を読み取っています…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/scanner.py"/>
        <source>This picture is on the web, and Warifu fetches nothing from there.</source>
        <translation>この画像はウェブ上にあり、Warifu はウェブから何も取得しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/scanner.py"/>
        <source>Save the picture and drop the file here, or copy the picture and paste it.</source>
        <translation>画像を保存してそのファイルをここにドロップするか、画像をコピーして貼り付けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/screen_scan.py"/>
        <source>No QR code can be read there.</source>
        <translation>そこには読み取れる QR コードがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/screen_scan.py"/>
        <source>Show the code larger on the screen and scan again, or save it as a picture and open that.</source>
        <translation>画面のコードを大きく表示して読み取り直すか、画像として保存して開いてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/screen_scan.py"/>
        <source>The system gave no picture of the screen.</source>
        <translation>システムから画面の画像を取得できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/screen_scan.py"/>
        <location filename="../../app/warifu/platforms/screenshot/grim.py"/>
        <location filename="../../app/warifu/platforms/screenshot/portal.py"/>
        <source>Take a screenshot yourself and choose “Open image”.</source>
        <translation>ご自分でスクリーンショットを撮り、「画像を開く」を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/screen_scan.py"/>
        <source>macOS does not let Warifu see the screen.</source>
        <translation>macOS が Warifu に画面の読み取りを許可していません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/screen_scan.py"/>
        <source>Allow it in System Settings, Privacy &amp; Security, Screen Recording, then start Warifu anew.</source>
        <translation>システム設定の「プライバシーとセキュリティ」の「画面収録」で許可し、Warifu を起動し直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/screen_scan.py"/>
        <source>The desktop’s picture of your screen could not be deleted.</source>
        <translation>デスクトップが保存した画面の画像を削除できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/screen_scan.py"/>
        <source>Delete it yourself.</source>
        <translation>ご自分で削除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/show_code_page.py"/>
        <source>Whoever sees or photographs this QR code can make the codes of this account for ever. Show it to your own phone only.</source>
        <translation>この QR コードを見たり撮影したりした人は、このアカウントのコードをいつまでも作れます。ご自分のスマートフォンにだけ見せてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/show_code_page.py"/>
        <source>Not every phone app can do this</source>
        <translation>対応していないアプリがあります</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/show_code_page.py"/>
        <source>QR code for a phone</source>
        <translation>スマートフォン用の QR コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/show_code_page.py"/>
        <location filename="../../app/warifu/services/copying.py"/>
        <location filename="../../app/warifu/services/store.py"/>
        <source>This account is no longer there.</source>
        <translation>このアカウントはもうありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/shown_code.py"/>
        <source>Show QR code</source>
        <translation>QR コードを表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/shown_code.py"/>
        <source>seconds, then it is hidden again</source>
        <translation>秒後に再び隠します</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/shown_code.py"/>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/shown_code.py"/>
        <source>The QR code could not be drawn.</source>
        <translation>QR コードを作れませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/shown_code.py"/>
        <source>Show again</source>
        <translation>もう一度表示</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/scanning/shown_code.py"/>
        <source>It is hidden again after {n} seconds.</source>
        <translation>
            <numerusform>{n} 秒後に再び隠します。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/shown_code.py"/>
        <source>QR code of {name}, on the screen now</source>
        <translation>{name} の QR コード、表示中</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/shown_code.py"/>
        <source>QR code of {name}, hidden</source>
        <translation>{name} の QR コード、非表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/source_buttons.py"/>
        <source>Scan screen</source>
        <translation>画面を読み取る</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/source_buttons.py"/>
        <source>Use camera</source>
        <translation>カメラを使う</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/source_buttons.py"/>
        <source>Open image</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/source_buttons.py"/>
        <source>Reads every QR code on your screens</source>
        <translation>画面上のすべての QR コードを読み取ります</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/source_buttons.py"/>
        <source>You can also drop pictures on the window, or paste them</source>
        <translation>画像をウィンドウにドロップしたり、貼り付けたりすることもできます</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>On the phone, open Google Authenticator’s menu, choose “Transfer accounts” and “Import accounts”, and scan each code. Aegis, Ente Auth, 2FAS and others read them too.</source>
        <translation>スマートフォンの Google Authenticator でメニューを開き、「アカウントを移行」、「アカウントのインポート」と進んで、コードを 1 つずつ読み取ってください。Aegis、Ente Auth、2FAS などでも読み取れます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>Whoever sees or photographs these QR codes can make the codes of these accounts for ever. Show them to your own phone only.</source>
        <translation>これらの QR コードを見たり撮影したりした人は、これらのアカウントのコードをいつまでも作れます。ご自分のスマートフォンにだけ見せてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>What to know</source>
        <translation>ご確認ください</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>Previous QR code</source>
        <translation>前の QR コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>Next QR code</source>
        <translation>次の QR コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>Transfer to a phone</source>
        <translation>スマートフォンに移行</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>{accounts} in {codes}</source>
        <translation>{accounts}、{codes}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/scanning/transfer_page.py"/>
        <source>Code {part} of {count}</source>
        <translation>QR コード {part} / {count}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/clipboard.py"/>
        <source>Another program is using the clipboard.</source>
        <translation>別のプログラムがクリップボードを使用しています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/clipboard.py"/>
        <source>Try again in a moment.</source>
        <translation>少し待ってから、もう一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <source>Choose a PNG, JPEG or SVG picture.</source>
        <translation>PNG、JPEG、SVG のいずれかの画像を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>The file cannot be read.</source>
        <translation>ファイルを読み取れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <source>This file is not a picture that can be used.</source>
        <translation>このファイルは使える画像ではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <source>Choose one of at most 40 megapixels and 16 MB.</source>
        <translation>4,000 万画素、16 MB までの画像を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>This picture is too large.</source>
        <translation>画像が大きすぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/strategies/own_image.py"/>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>This picture is damaged.</source>
        <translation>画像が壊れています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/fact_row.py"/>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Restore</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Restore {title}</source>
        <translation>{title} を元に戻す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete {title} for ever</source>
        <translation>{title} を完全に削除</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete it for ever? If its site still asks for codes, you cannot sign in there.</source>
        <translation>完全に削除しますか？ サイトがまだコードを求める場合、サインインできなくなります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete for ever</source>
        <translation>完全に削除</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>{n} days left</source>
        <translation>
            <numerusform>残り {n} 日</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Empty the trash</source>
        <translation>ゴミ箱を空にする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete all of them for ever? There is no way back.</source>
        <translation>すべて完全に削除しますか？ 元に戻すことはできません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Delete all for ever</source>
        <translation>すべて完全に削除</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>Deleted accounts stay here for {days} days, then they go for ever.</source>
        <translation>削除したアカウントは {days} 日間ここに残り、その後は完全に消えます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>The trash is empty.</source>
        <translation>ゴミ箱は空です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/trash_page.py"/>
        <source>{title} is back.</source>
        <translation>{title} を元に戻しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>Warifu (locked)</source>
        <translation>Warifu（ロック中）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>Warifu stays in the tray</source>
        <translation>Warifu は通知領域に残ります</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>Its icon there has your codes, and ends Warifu. You can change this in the preferences.</source>
        <translation>コードの表示も Warifu の終了も、通知領域のアイコンからできます。この動作は設定で変更できます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray.py"/>
        <source>Quit now</source>
        <translation>いますぐ終了</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>Others</source>
        <translation>その他</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/tray_menu.py"/>
        <source>More in Warifu</source>
        <translation>続きは Warifu で</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Open another file…</source>
        <translation>別のファイルを開く…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Looked again: the file is still the same.</source>
        <translation>もう一度調べました。ファイルは変わっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>The newest is of {moment}.</source>
        <translation>最新は {moment} のものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Open another vault</source>
        <translation>別の保管庫を開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>Update Warifu on this PC to open it. The file is left as it is.</source>
        <translation>開くには、この PC の Warifu を更新してください。ファイルはそのまま残してあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>It may be another program’s file. It is left as it is: open the vault from where it is now.</source>
        <translation>別のプログラムのファイルかもしれません。そのまま残してあります。保管庫のいまの場所を指定して開いてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>The system does not let Warifu read it. Check that the disk is there and that the file may be read.</source>
        <translation>システムが読み取りを許可していません。ディスクが接続されているか、ファイルを読み取れるかを確かめてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/broken_page.py"/>
        <source>It was changed after Warifu wrote it. It is left as it is: restore a backup, or open a copy of it.</source>
        <translation>Warifu が書いたあとに変更されています。そのまま残してあります。バックアップから復元するか、コピーを開いてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Change the password</source>
        <translation>パスワードを変更</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>Password until now</source>
        <translation>いままでのパスワード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>Write the new password down. Copies of the vault made before keep the old one.</source>
        <translation>新しいパスワードを書き留めてください。以前に取った保管庫のコピーは、いままでのパスワードのままです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>Changing the password. This takes a second or two.</source>
        <translation>パスワードを変更しています。1〜2 秒かかります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <source>The password is changed.</source>
        <translation>パスワードを変更しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/change_password.py"/>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/set_password_page.py"/>
        <source>The password was not changed.</source>
        <translation>パスワードは変更されていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/check_code_page.py"/>
        <source>Do you still have your recovery code?</source>
        <translation>復旧コードはお手元にありますか？</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/check_code_page.py"/>
        <source>I don’t have it any more</source>
        <translation>もう手元にありません</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/check_code_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/reminder_line.py"/>
        <source>Check it</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/check_code_page.py"/>
        <source>Take it from where you keep it and type it. This tells whether it opens the vault.</source>
        <translation>保管場所から取り出して入力してください。保管庫が開くかどうかがわかります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/check_code_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Looking whether it opens the vault…</source>
        <translation>保管庫が開くか確かめています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/check_code_page.py"/>
        <source>This code opens the vault. Put it back where it was.</source>
        <translation>このコードで保管庫が開きます。元の場所に戻しておいてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/code_entry.py"/>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/code_groups.py"/>
        <source>Group {number}: {letters}</source>
        <translation>グループ {number}：{letters}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Create the vault</source>
        <translation>保管庫を作成</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Look again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Welcome to Warifu</source>
        <translation>Warifu へようこそ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Warifu keeps your two-factor codes on this PC, in one encrypted file that only your password opens.</source>
        <translation>Warifu は二要素認証のコードを、パスワードでしか開かない暗号化ファイルとしてこの PC に保管します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Write the password down and keep it in a safe place. Nobody can reset it. A recovery code, which is offered next, is the only other way in.</source>
        <translation>パスワードを書き留め、安全な場所に保管してください。だれにも再設定できません。ほかに保管庫を開けるのは、次に作れる復旧コードだけです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Looked again: the file is not there.</source>
        <translation>もう一度調べました。ファイルは見つかりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/first_run_page.py"/>
        <source>Making the vault. This takes a second or two.</source>
        <translation>保管庫を作成しています。1〜2 秒かかります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Not now</source>
        <translation>あとで</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Save as PDF…</source>
        <translation>PDF として保存…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Show the code again</source>
        <translation>コードをもう一度表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>If you forget the password, nobody can reset it. A recovery code opens the vault and its backups all the same, and lets you set a new password.</source>
        <translation>パスワードを忘れても、だれにも再設定できません。復旧コードがあれば、保管庫もバックアップも開くことができ、新しいパスワードを設定できます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>It is shown once. Have a pen and paper or a printer ready, and nobody looking at the screen.</source>
        <translation>表示されるのは一度だけです。紙とペン、またはプリンターを用意し、画面をだれにも見られないようにしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Write down the W and the six groups, or print the page with instructions.</source>
        <translation>W と 6 つのグループを書き留めるか、手順つきのページを印刷してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Keep it apart from this PC. Whoever has it and a copy of the vault opens it, so a printed page is better than a file. Warifu never puts the code on the clipboard.</source>
        <translation>この PC とは別の場所に保管してください。コードと保管庫のコピーを手にした人はだれでも開けるため、ファイルより紙のほうが安全です。Warifu がコードをクリップボードに入れることはありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Type the code from your paper, to be sure that every character is right.</source>
        <translation>一字一句正しいことを確かめるため、紙を見ながらコードを入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>I have it on paper</source>
        <translation>紙に控えました</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/set_password_page.py"/>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>The recovery code is confirmed. Keep it well.</source>
        <translation>復旧コードを確認しました。大切に保管してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>The page was given to the printer.</source>
        <translation>ページをプリンターに送りました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Save the recovery kit</source>
        <translation>復旧キットを保存</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Warifu recovery kit</source>
        <translation>Warifu 復旧キット</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>PDF ファイル (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_page.py"/>
        <source>Saved. A file on this PC is lost with it: print it, or put it on a stick.</source>
        <translation>保存しました。この PC のファイルは PC とともに失われます。印刷するか、USB メモリーなどに移してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>The recovery kit could not be saved.</source>
        <translation>復旧キットを保存できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Choose another folder, or write the code down.</source>
        <translation>別のフォルダーを選ぶか、コードを書き留めてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>The printer did not take the page.</source>
        <translation>プリンターがページを受け付けませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Save it as PDF, or write the code down.</source>
        <translation>PDF として保存するか、コードを書き留めてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Vault {name} · made {date}</source>
        <translation>保管庫 {name} · 作成日 {date}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Number of the vault: {id}</source>
        <translation>保管庫の番号：{id}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>This code opens the vault and all its backups when the password is forgotten.</source>
        <translation>パスワードを忘れたとき、このコードで保管庫とすべてのバックアップが開きます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>What to do</source>
        <translation>使い方</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Where to keep it</source>
        <translation>保管のしかた</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Where my backups are:</source>
        <translation>バックアップの保存場所：</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Start Warifu. On a new PC, put the vault file or a backup of it there first.</source>
        <translation>Warifu を起動します。新しい PC では、先に保管庫のファイルかそのバックアップを移しておきます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>On the locked page, press “Forgot it? Use your recovery code”.</source>
        <translation>ロック画面で「パスワードを忘れた場合は復旧コードを使う」を押します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Type the code. Capitals, spaces and dashes do not matter. The QR code holds the same text.</source>
        <translation>コードを入力します。大文字・小文字、空白、ハイフンの違いは問いません。QR コードの内容も同じです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Set a new password.</source>
        <translation>新しいパスワードを設定します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Keep this page apart from the PC, where you would keep a passport. Don’t photograph it.</source>
        <translation>このページは PC とは別に、パスポートをしまうような場所に保管してください。写真に撮らないでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/kit_sheet.py"/>
        <source>Whoever has this page and a copy of the vault opens it. If the page is lost, make a new code.</source>
        <translation>このページと保管庫のコピーを手にした人は、保管庫を開けます。なくしたときは新しいコードを作ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock がオンです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Forgot it? Use your recovery code</source>
        <translation>パスワードを忘れた場合は復旧コードを使う</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Warifu is locked</source>
        <translation>Warifu はロックされています</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>Your accounts are on this PC, encrypted.</source>
        <translation>アカウントは暗号化され、この PC にあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/locked_quick.py"/>
        <location filename="../../app/warifu/desktop/unlock/recovery_page.py"/>
        <source>Unlocking…</source>
        <translation>ロックを解除しています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>This is not the password. Nothing is lost: try again.</source>
        <translation>パスワードが違います。何も失われていません。もう一度入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_page.py"/>
        <source>One moment…</source>
        <translation>少しお待ちください…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_quick.py"/>
        <source>Waiting for the system…</source>
        <translation>システムの応答を待っています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_quick.py"/>
        <source>Opening with the key of this computer…</source>
        <translation>このコンピューターの鍵で開いています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_quick.py"/>
        <source>{why} The password opens the vault as before.</source>
        <translation>{why}パスワードではこれまでどおり開けます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_quick.py"/>
        <source>Use fingerprint or system password</source>
        <translation>指紋またはシステムのパスワードを使う</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/locked_quick.py"/>
        <source>Use {name}</source>
        <translation>{name} を使う</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>Make a passphrase for me</source>
        <translation>パスフレーズを提案</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>New password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <location filename="../../app/warifu/desktop/unlock/pin_form.py"/>
        <source>The same again</source>
        <translation>もう一度入力</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Choose a password.</source>
        <translation>パスワードを決めてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>Looking at the password…</source>
        <translation>パスワードを調べています…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>Type the password a second time.</source>
        <translation>パスワードをもう一度入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/new_password.py"/>
        <source>The two passwords differ.</source>
        <translation>2 つのパスワードが一致しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/password_meter.py"/>
        <source>Strength of the password</source>
        <translation>パスワードの強さ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/password_question.py"/>
        <source>The password until now is another one. Nothing was changed.</source>
        <translation>いままでのパスワードが違います。何も変更していません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/password_question.py"/>
        <source>Type the password you have used until now.</source>
        <translation>いままで使っていたパスワードを入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/pin_form.py"/>
        <source>Set PIN</source>
        <translation>PIN を設定</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/pin_form.py"/>
        <source>New PIN</source>
        <translation>新しい PIN</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/pin_form.py"/>
        <source>Six digits or more.</source>
        <translation>6 桁以上の数字です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/pin_form.py"/>
        <source>The two are not alike.</source>
        <translation>2 つが一致しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/private_button.py"/>
        <source>Make the folder private</source>
        <translation>フォルダーを自分専用にする</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/private_button.py"/>
        <source>Only you can look into it then. Nothing in it is changed.</source>
        <translation>ほかの人はフォルダーの中を見られなくなります。中身は変わりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Quick unlocking on this computer</source>
        <translation>このコンピューターですばやく開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Remember on this computer</source>
        <translation>このコンピューターに記憶させる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Warifu opens without a password when it starts. This protects against a stolen disk, not against programs that run as you.</source>
        <translation>Warifu は起動時にパスワードなしで開きます。ディスクの盗難には備えられますが、あなたの権限で動くプログラムには備えられません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Set…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Set a PIN</source>
        <translation>PIN を設定する</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Opens what was locked while Warifu runs, never what has just been started. After five wrong ones, the password.</source>
        <translation>Warifu の動作中にロックした保管庫を開きます。起動した直後には使えません。5 回間違えるとパスワードが必要です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>The system keeps a key that opens the vault, also after a fresh start.</source>
        <translation>保管庫を開く鍵をシステムが保管します。起動した直後にも使えます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>The system says that it is you, which opens what was locked while Warifu runs. The key stays in memory for that, encrypted.</source>
        <translation>システムがご本人と確認すると、Warifu の動作中にロックした保管庫を開きます。そのための鍵は、暗号化してメモリーに残します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Turned on.</source>
        <translation>オンにしました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Turned off.</source>
        <translation>オフにしました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/quick_group.py"/>
        <source>Fingerprint or system password</source>
        <translation>指紋またはシステムのパスワード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/recovery_page.py"/>
        <source>Back to the password</source>
        <translation>パスワード入力に戻る</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/recovery_page.py"/>
        <source>Use your recovery code</source>
        <translation>復旧コードを使う</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/recovery_page.py"/>
        <source>Type the code from your recovery kit. Capitals, spaces and dashes do not matter.</source>
        <translation>復旧キットのコードを入力してください。大文字・小文字、空白、ハイフンの違いは問いません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/reminder_line.py"/>
        <source>Remind me in a week</source>
        <translation>1 週間後に知らせる</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/reminder_line.py"/>
        <source>No recovery code yet</source>
        <translation>復旧コードがまだありません</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/reminder_line.py"/>
        <source>Make one</source>
        <translation>作る</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/reminder_line.py"/>
        <source>Recovery code not confirmed</source>
        <translation>復旧コードが未確認です</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/reminder_line.py"/>
        <source>Confirm it</source>
        <translation>確認する</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/reminder_line.py"/>
        <source>Still have your recovery code?</source>
        <translation>復旧コードはお手元にありますか？</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Somebody may know my password</source>
        <translation>パスワードを知られたかもしれない</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>Make a new key</source>
        <translation>新しい鍵を作る</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>Changing the password keeps the vault’s key. This makes a new key: with the old password and an old copy of the vault, that copy can be read, but nothing saved from now on.</source>
        <translation>パスワードの変更だけでは、保管庫の鍵は変わりません。ここでは新しい鍵を作ります。以前のパスワードと以前の保管庫のコピーがあればそのコピーは読めますが、今後保存される内容は読めません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>Backups and copies made before keep the old password. Delete those you can reach. If somebody may have opened one, set up the accounts that matter anew at their sites.</source>
        <translation>以前のバックアップやコピーは、いままでのパスワードのままです。手の届くものは削除してください。だれかに開かれたおそれがあれば、大切なアカウントは各サイトで設定し直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>The recovery code and the keys that computers remember end with it. Make a new code afterwards.</source>
        <translation>復旧コードと、コンピューターに記憶させた鍵は使えなくなります。そのあとで新しいコードを作ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>Making a new key. This takes a second or two.</source>
        <translation>新しい鍵を作っています。1～2 秒かかります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>The vault has a new key, which only the new password opens.</source>
        <translation>保管庫の鍵を新しくしました。開けるのは新しいパスワードだけです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>The vault has a new key.</source>
        <translation>保管庫の鍵が新しくなりました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>Make a recovery code</source>
        <translation>復旧コードを作る</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/rotate_page.py"/>
        <source>Choose another password: this one somebody may know.</source>
        <translation>別のパスワードを選んでください。これはだれかに知られているかもしれません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/set_password_page.py"/>
        <source>Set the password</source>
        <translation>パスワードを設定</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/set_password_page.py"/>
        <source>Set a new password</source>
        <translation>新しいパスワードを設定</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/set_password_page.py"/>
        <source>The vault is open, and nothing is lost. The new password takes the place of the forgotten one; the recovery code stays as it is.</source>
        <translation>保管庫が開きました。何も失われていません。忘れたパスワードは新しいパスワードに置き換わり、復旧コードはそのまま使えます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/set_password_page.py"/>
        <source>Setting the password. This takes a second or two.</source>
        <translation>パスワードを設定しています。1～2 秒かかります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/set_password_page.py"/>
        <source>The new password is set.</source>
        <translation>新しいパスワードを設定しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Unlocking</source>
        <translation>ロック解除</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Each of these opens the vault by itself. The password always does.</source>
        <translation>どれか一つで保管庫が開きます。パスワードはいつでも使えます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>New key…</source>
        <translation>新しい鍵…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Set {date}</source>
        <translation>{date} に設定</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Always opens the vault</source>
        <translation>いつでも保管庫を開けます</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Gives the vault a new key. Backups made before keep the old password.</source>
        <translation>保管庫の鍵を新しくします。以前のバックアップは、いままでのパスワードのままです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Make one…</source>
        <translation>作る…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>New…</source>
        <translation>新規…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Another code</source>
        <translation>別のコード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>It replaces the one before when it is confirmed.</source>
        <translation>確認が済むと、いままでのコードと入れ替わります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>A forgotten password would mean lost accounts.</source>
        <translation>パスワードを忘れると、アカウントが失われます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>There is none</source>
        <translation>まだありません</translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>After {n} days</source>
        <translation>
            <numerusform>{n} 日ごと</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Ask whether I still have it</source>
        <translation>手元にあるかどうかの確認</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Confirm…</source>
        <translation>確認…</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Code of {date}</source>
        <translation>{date} のコード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Not confirmed: type it once from your paper.</source>
        <translation>未確認です。紙を見ながら一度入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Used {date}</source>
        <translation>{date} に使用</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Checked {date}</source>
        <translation>{date} に確認</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Computers that remember</source>
        <translation>記憶しているコンピューター</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>A keystore</source>
        <translation>キーストア</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Quick unlock of a system</source>
        <translation>システムの簡易ロック解除</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>No password is stored there.</source>
        <translation>パスワードは保存されていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Its keystore has a key, since {date}</source>
        <translation>キーストアに鍵があります（{date} から）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Its system releases a key, since {date}</source>
        <translation>システムが鍵を渡します（{date} から）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>It opens the vault no more then. Copies of the vault made before keep it.</source>
        <translation>今後は保管庫を開けなくなります。以前に取った保管庫のコピーは、そのままです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/unlock/ways_page.py"/>
        <source>Removed.</source>
        <translation>取り除きました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/widgets/fields.py"/>
        <source>Show password</source>
        <translation>パスワードを表示</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/widgets/fields.py"/>
        <source>Hide password</source>
        <translation>パスワードを隠す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/desktop/wording.py"/>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/aegis.py"/>
        <source>In Aegis: Settings &gt; Import &amp; Export &gt; Export. Choose the format JSON.</source>
        <translation>Aegis の設定 &gt; インポートとエクスポート &gt; エクスポート。形式は JSON を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/aegis_vault.py"/>
        <source>This vault can only be opened by the phone that it is from.</source>
        <translation>この保管庫は、書き出したスマートフォンでしか開けません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/aegis_vault.py"/>
        <source>Export it in Aegis with a password.</source>
        <translation>Aegis でパスワードを付けて書き出してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/aegis_vault.py"/>
        <source>This file is of a newer Aegis than Warifu knows.</source>
        <translation>このファイルは、Warifu がまだ対応していない新しい Aegis で作成されたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/aegis_vault.py"/>
        <source>Export as text or with QR codes from it, or get a newer Warifu.</source>
        <translation>Aegis からテキストまたは QR コードで書き出すか、Warifu を更新してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/andotp.py"/>
        <source>In andOTP: the menu &gt; Backup. Choose a plain or an encrypted backup.</source>
        <translation>andOTP のメニュー &gt; バックアップ。非暗号化または暗号化のバックアップを選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/any_json.py"/>
        <source>For example in Zoho OneAuth: Settings &gt; Export accounts. Warifu takes what looks like secrets: check the list before importing it.</source>
        <translation>例: Zoho OneAuth の Settings &gt; Export accounts。Warifu はシークレットと思われるものを読み取ります。取り込む前に一覧を確かめてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/archive.py"/>
        <source>This archive unpacks to far more than an export of accounts has.</source>
        <translation>このアーカイブは、アカウントの書き出しとしては展開後のサイズが大きすぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/archive.py"/>
        <location filename="../../app/warifu/formats/authy_tokens.py"/>
        <location filename="../../app/warifu/formats/kdf.py"/>
        <location filename="../../app/warifu/formats/markup.py"/>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>It may be made to do harm. Export it again if you trust where it comes from.</source>
        <translation>害を与えるために作られたファイルかもしれません。出どころを信頼できるなら、もう一度書き出してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authenticator_extension.py"/>
        <location filename="../../app/warifu/formats/decoding.py"/>
        <location filename="../../app/warifu/formats/stratum.py"/>
        <source>Warifu cannot make this kind of code.</source>
        <translation>Warifu では、この種類のコードを作れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authenticator_extension.py"/>
        <location filename="../../app/warifu/formats/authy_tokens.py"/>
        <location filename="../../app/warifu/formats/google_app.py"/>
        <location filename="../../app/warifu/formats/winauth.py"/>
        <source>Its secret is not written in hexadecimal digits.</source>
        <translation>シークレットが 16 進数で書かれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authenticator_extension.py"/>
        <source>In the extension: the gear &gt; Backup &gt; Download backup file, with or without a password.</source>
        <translation>拡張機能の歯車 &gt; バックアップ &gt; バックアップファイルをダウンロード（パスワードの有無は問いません）。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authenticator_extension_keys.py"/>
        <location filename="../../app/warifu/formats/open_authenticator.py"/>
        <source>It cannot be decrypted: it may be of an older password.</source>
        <translation>復号できません。以前のパスワードのものかもしれません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authenticator_plus.py"/>
        <source>In Authenticator Plus: Settings &gt; Backup &amp; Restore &gt; Export as Text and HTML. The password is the master password of the app.</source>
        <translation>Authenticator Plus の Settings &gt; Backup &amp; Restore &gt; Export as Text and HTML。パスワードはアプリのマスターパスワードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authenticator_plus.py"/>
        <source>In Authenticator Plus: Settings &gt; Backup &amp; Restore &gt; Backup. It writes authplus.db.</source>
        <translation>Authenticator Plus の Settings &gt; Backup &amp; Restore &gt; Backup。authplus.db が作成されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authy.py"/>
        <source>This file is protected by the backup password of Authy.</source>
        <translation>このファイルは Authy のバックアップパスワードで保護されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authy.py"/>
        <source>Authy exports nothing itself. Ask Authy for your data and import the table that it sends, or import the files com.authy.storage.tokens.authenticator.xml and com.authy.storage.tokens.authy.xml of a rooted Android phone, or what a tool of others saved.</source>
        <translation>Authy に書き出し機能はありません。Authy にデータを請求し、届いた表を取り込みます。root 化した Android 端末の com.authy.storage.tokens.authenticator.xml と com.authy.storage.tokens.authy.xml、またはほかのツールで保存したファイルも取り込めます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authy.py"/>
        <source>The password is the backup password of Authy. Tokens from before you changed it need the older one: give both.</source>
        <translation>パスワードは Authy のバックアップパスワードです。変更する前のトークンには以前のパスワードが要ります。両方とも入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authy_tokens.py"/>
        <location filename="../../app/warifu/formats/kdf.py"/>
        <source>This file asks for more work to open it than any app’s export does.</source>
        <translation>このファイルを開くには、どのアプリの書き出しよりも多くの計算が必要です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authy_tokens.py"/>
        <source>This token was not decrypted when the file was made.</source>
        <translation>このトークンは、ファイルの作成時に復号されていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authy_tokens.py"/>
        <source>Import the encrypted file instead, with the password that this token was saved with.</source>
        <translation>代わりに暗号化されたファイルを、このトークンを保存したときのパスワードで取り込んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/authy_tokens.py"/>
        <source>Its encrypted secret is damaged, or its salt is missing.</source>
        <translation>暗号化されたシークレットが壊れているか、ソルトがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/battlenet.py"/>
        <source>The phone that this file comes from keeps the secret to itself.</source>
        <translation>シークレットは、元のスマートフォンから取り出せないようになっています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/battlenet.py"/>
        <source>In the Battle.net app, remove the authenticator and set it up anew with Warifu.</source>
        <translation>Battle.net アプリでオーセンティケーターを解除し、Warifu で設定し直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/battlenet.py"/>
        <source>Only on a rooted Android phone: the file com.blizzard.messenger.authenticator_preferences.xml in the folder shared_prefs of the app.</source>
        <translation>root 化した Android 端末でのみ取り出せます。アプリの shared_prefs フォルダーにある com.blizzard.messenger.authenticator_preferences.xml を使います。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/bitwarden.py"/>
        <source>This export can only be opened by the Bitwarden account that wrote it.</source>
        <translation>この書き出しは、書き出した Bitwarden のアカウントでしか開けません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/bitwarden.py"/>
        <source>Export from Bitwarden again, as “.json (Encrypted)” with the type “Password protected”.</source>
        <translation>Bitwarden から「.json（暗号化済み）」で、種類を「パスワード保護」にして書き出し直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/bitwarden.py"/>
        <source>In Bitwarden: Tools &gt; Export vault. Choose “.json”, or “.json (Encrypted)” with the type “Password protected”.</source>
        <translation>Bitwarden のツール &gt; 保管庫のエクスポート。「.json」、または種類を「パスワード保護」にした「.json（暗号化済み）」を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/bitwarden.py"/>
        <source>The file also holds your passwords, of which Warifu keeps none: delete it afterwards.</source>
        <translation>ファイルにはパスワードも入っています。Warifu はパスワードを保存しません。あとでファイルを削除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/bitwarden_authenticator.py"/>
        <source>In Bitwarden Authenticator: Settings &gt; Export. Choose “.json”.</source>
        <translation>Bitwarden Authenticator の設定 &gt; エクスポート。「.json」を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/cotp.py"/>
        <source>This is cotp’s own database, which only cotp opens.</source>
        <translation>これは cotp 自身のデータベースで、cotp でしか開けません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/cotp.py"/>
        <source>Run “cotp export” and choose the file that it writes.</source>
        <translation>「cotp export」を実行し、書き出されたファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/cotp.py"/>
        <source>Run “cotp export”.</source>
        <translation>「cotp export」を実行します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/csv_table.py"/>
        <location filename="../../app/warifu/formats/kdbx_otp.py"/>
        <source>This entry asks for a kind of code that does not exist.</source>
        <translation>この項目は、存在しない種類のコードを指定しています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/csv_table.py"/>
        <source>Any table with a column of secret keys or otpauth:// links, saved as CSV in UTF-8.</source>
        <translation>シークレットキーまたは otpauth:// リンクの列がある表を、UTF-8 の CSV で保存したもの。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/dashlane.py"/>
        <source>In Dashlane’s web app: Settings &gt; Export data &gt; Export to CSV. Choose the archive as it is.</source>
        <translation>Dashlane のウェブアプリの設定 &gt; データをエクスポート &gt; CSV にエクスポート。アーカイブは展開せずに選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/decoding.py"/>
        <source>Its mOTP secret is not written in lower-case hexadecimal digits.</source>
        <translation>mOTP のシークレットが小文字の 16 進数で書かれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/deskotp.py"/>
        <source>In deskOTP: Settings &gt; Backup &gt; Export.</source>
        <translation>deskOTP の Settings &gt; Backup &gt; Export。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/duo.py"/>
        <source>This account confirms sign-ins in Duo’s app and has no secret key for codes.</source>
        <translation>このアカウントは Duo 専用アプリでサインインを承認するもので、コード用のシークレットキーがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/duo.py"/>
        <source>Ask the site, or who manages Duo there, for a code for other authenticator apps.</source>
        <translation>サイトまたは Duo の管理者に、ほかの認証アプリ用のコードを求めてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/duo.py"/>
        <source>Only on a rooted Android phone: the file files/duokit/accounts.json in the folder of the app.</source>
        <translation>root 化した Android 端末でのみ取り出せます。アプリのフォルダーにある files/duokit/accounts.json を使います。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/enpass.py"/>
        <source>In Enpass on a computer: Menu &gt; File &gt; Export, with .json as the format.</source>
        <translation>パソコン版 Enpass のメニュー &gt; ファイル &gt; エクスポート。形式は .json を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/ente.py"/>
        <source>This file is of a newer Ente Auth than Warifu knows.</source>
        <translation>このファイルは、Warifu がまだ対応していない新しい Ente Auth で作成されたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/ente.py"/>
        <location filename="../../app/warifu/formats/proton.py"/>
        <location filename="../../app/warifu/formats/twofas.py"/>
        <source>Get a newer Warifu, and try again.</source>
        <translation>Warifu を更新して、もう一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/ente.py"/>
        <source>In Ente Auth: Settings &gt; Data &gt; Export codes. Choose Encrypted or Plain text.</source>
        <translation>Ente Auth の設定 &gt; データ &gt; コードをエクスポート。「暗号化済み」または「平文」を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/ente_page.py"/>
        <location filename="../../app/warifu/formats/entries.py"/>
        <location filename="../../app/warifu/formats/freeotp.py"/>
        <location filename="../../app/warifu/formats/freeotp2.py"/>
        <location filename="../../app/warifu/formats/proton_pass.py"/>
        <location filename="../../app/warifu/formats/steam.py"/>
        <location filename="../../app/warifu/formats/winauth.py"/>
        <source>It holds no secret.</source>
        <translation>シークレットが入っていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/entries.py"/>
        <location filename="../../app/warifu/formats/totp_authenticator.py"/>
        <source>This entry is not written as its app writes them.</source>
        <translation>この項目は、そのアプリの書き方になっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/entries.py"/>
        <source>It asks for a number of digits that no code has.</source>
        <translation>指定された桁数のコードは作れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/entries.py"/>
        <source>Its period is not a number of seconds.</source>
        <translation>更新間隔が秒数になっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/entries.py"/>
        <source>Its counter is not a whole number.</source>
        <translation>カウンターが整数になっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/entries.py"/>
        <source>Its field “{key}” is no text.</source>
        <translation>フィールド「{key}」がテキストではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/entries.py"/>
        <source>One of its numbers is none.</source>
        <translation>数値であるべきところが数値ではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/entries.py"/>
        <source>Its secret is too long.</source>
        <translation>シークレットが長すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>This file is of no kind that Warifu knows.</source>
        <translation>Warifu が知っている種類のファイルではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>Choose the app that wrote it from the list, or export it in another format.</source>
        <translation>書き出したアプリを一覧から選ぶか、別の形式で書き出し直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>Warifu cannot tell which column of this table holds the secret keys.</source>
        <translation>この表のどの列にシークレットキーが入っているのか、Warifu では判断できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>Choose the columns by hand, or name the column “secret” and try again.</source>
        <translation>列を手動で選ぶか、列の名前を「secret」にしてもう一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>This file is damaged, or only a part of it.</source>
        <translation>ファイルが壊れているか、一部しかありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>Export it again, and try the new file.</source>
        <translation>もう一度書き出して、新しいファイルで試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>This file is protected by a password.</source>
        <translation>このファイルはパスワードで保護されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>Enter the password that was set when it was exported.</source>
        <translation>書き出したときに設定したパスワードを入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>The password does not open this file.</source>
        <translation>このパスワードではファイルを開けません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/errors.py"/>
        <source>Check how it is written. If it is right, the file may be damaged: export it again.</source>
        <translation>入力を確かめてください。正しければファイルが壊れている可能性があります。もう一度書き出してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/freeotp.py"/>
        <source>FreeOTP 1 has no export. Where the phone lets you read an app’s own files, take “shared_prefs/tokens.xml” of org.fedorahosted.freeotp.</source>
        <translation>FreeOTP 1 に書き出し機能はありません。端末でアプリのファイルを読める場合は、org.fedorahosted.freeotp の「shared_prefs/tokens.xml」を使ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/freeotp.py"/>
        <source>In FreeOTP+: menu &gt; Export &gt; Export as JSON.</source>
        <translation>FreeOTP+ のメニュー &gt; Export &gt; Export as JSON。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/freeotp2.py"/>
        <source>Its secret cannot be decrypted.</source>
        <translation>シークレットを復号できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/freeotp2.py"/>
        <source>In FreeOTP: menu &gt; Backup. The file is “externalBackup.xml”.</source>
        <translation>FreeOTP のメニュー &gt; Backup。ファイルは「externalBackup.xml」です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/google.py"/>
        <source>In Google Authenticator: the menu &gt; Transfer accounts &gt; Export accounts. Take a picture of every QR code it shows, or scan them one after the other.</source>
        <translation>Google Authenticator のメニュー &gt; アカウントを移行 &gt; アカウントのエクスポート。表示される QR コードをすべて撮影するか、1 つずつ読み取ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/google_app.py"/>
        <source>The phone that it comes from keeps the key of this account to itself.</source>
        <translation>このアカウントの鍵は、元のスマートフォンから取り出せないようになっています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/google_app.py"/>
        <source>In Google Authenticator: Transfer accounts &gt; Export accounts, and scan the QR codes.</source>
        <translation>Google Authenticator の「アカウントを移行」&gt;「アカウントのエクスポート」と進み、QR コードを読み取ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/google_app.py"/>
        <source>Only on a rooted Android phone: the file databases in the folder of the app. Otherwise, in Google Authenticator: Transfer accounts &gt; Export accounts, and scan the QR codes.</source>
        <translation>root 化した Android 端末でのみ取り出せます。アプリのフォルダーにある「databases」ファイルを使います。それ以外の場合は、Google Authenticator のアカウントを移行 &gt; アカウントのエクスポートで QR コードを表示し、読み取ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>That app cannot make this kind of code.</source>
        <translation>そのアプリでは、この種類のコードを作れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>That app cannot calculate with {algorithm}.</source>
        <translation>そのアプリでは {algorithm} で計算できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>That app cannot show {digits} digits.</source>
        <translation>そのアプリでは {digits} 桁を表示できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>That app makes codes of a counter with SHA-1 and six digits alone.</source>
        <translation>そのアプリで使えるカウンター式のコードは、SHA-1 の 6 桁だけです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>That app cannot renew codes every {period} seconds.</source>
        <translation>そのアプリでは {period} 秒ごとの更新ができません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>The counter is too large for that app.</source>
        <translation>カウンターがそのアプリには大きすぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Its secret is too long for that app.</source>
        <translation>シークレットがそのアプリには長すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Its PIN is not written; type it in that app.</source>
        <translation>PIN は書き出しません。そのアプリで入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Its title is lost; the name of the site stays.</source>
        <translation>タイトルは失われ、サイトの名前だけが残ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Its issuer becomes “Steam”, by which that app knows what kind it is.</source>
        <translation>発行元は「Steam」になります。そのアプリはこれで種類を見分けます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Its long name is shortened.</source>
        <translation>名前が長いため、短くして書き出します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Its note is lost.</source>
        <translation>メモは失われます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Its tags are lost.</source>
        <translation>タグは失われます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Only its first tag is kept.</source>
        <translation>残るのは最初のタグだけです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>Its picture is lost.</source>
        <translation>画像は失われます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/holds.py"/>
        <source>That it is pinned is lost.</source>
        <translation>固定の状態は失われます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/java.py"/>
        <source>This backup holds too many entries.</source>
        <translation>このバックアップは項目が多すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/java.py"/>
        <source>Export fewer of them at a time.</source>
        <translation>一度に書き出す件数を減らしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx.py"/>
        <source>This database is protected by a password, a key file, or both.</source>
        <translation>このデータベースは、パスワードかキーファイル、またはその両方で保護されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx.py"/>
        <source>This database protects its values with a cipher that Warifu does not have.</source>
        <translation>このデータベースの値は、Warifu が対応していない暗号方式で保護されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx.py"/>
        <source>Save it as KDBX 4 with KeePass or KeePassXC.</source>
        <translation>KeePass または KeePassXC で、KDBX 4 として保存してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx.py"/>
        <source>Choose the database itself (.kdbx): no export is needed. In KeePassXC, Database &gt; Save Database Backup makes a copy of it.</source>
        <translation>データベースそのもの（.kdbx）を選びます。書き出しは不要です。KeePassXC のデータベース &gt; データベースのバックアップを保存でコピーを作成できます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx.py"/>
        <source>A database that also asks for a hardware key cannot be opened here: save a copy of it without that key.</source>
        <translation>ハードウェアキーも必要なデータベースは、ここでは開けません。ハードウェアキーを外したコピーを保存してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_body.py"/>
        <source>This database unpacks to far more than passwords and codes are.</source>
        <translation>このデータベースは、パスワードやコードのデータとしては展開後のサイズが大きすぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_body.py"/>
        <source>Save it without its attachments, and try that file.</source>
        <translation>添付ファイルを除いて保存し、そのファイルで試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_header.py"/>
        <source>This database is encrypted with a cipher that Warifu does not have.</source>
        <translation>このデータベースは、Warifu が対応していない暗号方式で暗号化されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_header.py"/>
        <source>In KeePass, choose AES or ChaCha20 in the database’s settings and save it.</source>
        <translation>KeePass のデータベースの設定で AES または ChaCha20 を選び、保存してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_header.py"/>
        <source>This is a database of KeePass 1.</source>
        <translation>これは KeePass 1 のデータベースです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_header.py"/>
        <source>Open it with KeePass 2 or KeePassXC, save it as a .kdbx file, and choose that.</source>
        <translation>KeePass 2 または KeePassXC で開いて .kdbx ファイルとして保存し、そのファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_header.py"/>
        <source>In KeePass or KeePassXC, save it as KDBX 4.</source>
        <translation>KeePass または KeePassXC で、KDBX 4 として保存してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_header.py"/>
        <source>This database has version {n}, which Warifu does not know.</source>
        <translation>このデータベースのバージョンは {n} で、Warifu は対応していません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_header.py"/>
        <source>This database derives its key in a way that Warifu does not have.</source>
        <translation>このデータベースは、Warifu が対応していない方式で鍵を生成しています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_header.py"/>
        <source>In KeePass, choose Argon2 in the database’s settings and save it.</source>
        <translation>KeePass のデータベースの設定で Argon2 を選び、保存してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_keys.py"/>
        <source>It is the key file that is damaged, not the database.</source>
        <translation>壊れているのはデータベースではなく、キーファイルです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_otp.py"/>
        <source>Its secret is not written as the entry says.</source>
        <translation>シークレットが、項目に示された書き方になっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_xml.py"/>
        <source>The groups of this database lie too deep in each other.</source>
        <translation>このデータベースは、グループの階層が深すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdbx_xml.py"/>
        <source>This database has an attachment that is too large.</source>
        <translation>このデータベースには、大きすぎる添付ファイルがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdf.py"/>
        <source>Close other programs and try again, or export it with a smaller setting.</source>
        <translation>ほかのプログラムを閉じてもう一度試すか、軽い設定で書き出し直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/kdf.py"/>
        <source>Opening this file takes {n} MB of memory, more than this computer has free.</source>
        <translation>このファイルを開くには {n} MB のメモリが必要ですが、このコンピューターの空きが足りません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/keeper.py"/>
        <source>In Keeper’s web vault: Settings &gt; Export, with JSON or CSV as the format.</source>
        <translation>Keeper のウェブボルトの設定 &gt; エクスポート。形式は JSON または CSV を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/lastpass.py"/>
        <source>In LastPass Authenticator: Settings &gt; Transfer accounts &gt; Export accounts to file.</source>
        <translation>LastPass Authenticator の設定 &gt; アカウントを移行 &gt; アカウントをファイルにエクスポート。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/links.py"/>
        <source>There is no link in this line.</source>
        <translation>この行にはリンクがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/links.py"/>
        <source>Many apps export a text file of otpauth:// links, or show such links.</source>
        <translation>多くのアプリが、otpauth:// リンクのテキストファイルを書き出したり、リンクを表示したりします。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/markup.py"/>
        <source>This file has far more parts than an export of accounts has.</source>
        <translation>このファイルは、アカウントの書き出しとしては要素が多すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <source>This account confirms sign-ins in Microsoft’s app and has no secret key for codes.</source>
        <translation>このアカウントは Microsoft 専用アプリでサインインを承認するもので、コード用のシークレットキーがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <source>On Microsoft’s security page add another sign-in method: Authenticator app, then “I want to use a different authenticator app”.</source>
        <translation>Microsoft のセキュリティのページでサインイン方法を追加し、「認証アプリ」、「別の認証アプリを使用します」の順に選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <source>The phone that it comes from keeps the secret of this account to itself.</source>
        <translation>このアカウントのシークレットは、元のスマートフォンから取り出せないようになっています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <source>Newer versions of the app encrypt it with a key that never leaves the phone. Set up the code anew on the site’s security page, with Warifu as the app.</source>
        <translation>新しいバージョンのアプリは、スマートフォンの外に出ない鍵でシークレットを暗号化します。サイトのセキュリティのページで、Warifu を認証アプリとしてコードを設定し直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <source>There is no account in this database.</source>
        <translation>このデータベースにはアカウントがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <source>The app keeps the newest ones in the file PhoneFactor-wal: put it into the same folder, and choose PhoneFactor again.</source>
        <translation>最近のアカウントは PhoneFactor-wal ファイルにあります。同じフォルダーに置いて、PhoneFactor を選び直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <location filename="../../app/warifu/formats/pskc.py"/>
        <source>Its secret is not written in base64.</source>
        <translation>シークレットが base64 で書かれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <source>Only on a rooted Android phone: the files PhoneFactor, PhoneFactor-wal and PhoneFactor-shm in the folder databases of the app, all three into one folder.</source>
        <translation>root 化した Android 端末でのみ取り出せます。アプリの databases フォルダーにある PhoneFactor、PhoneFactor-wal、PhoneFactor-shm の 3 つのファイルを、1 つのフォルダーにまとめて置きます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/microsoft.py"/>
        <source>Microsoft Authenticator has no export, and its backup can be opened by the app alone. Sites that it cannot give are set up anew.</source>
        <translation>Microsoft Authenticator に書き出し機能はなく、バックアップもアプリでしか開けません。取り出せないサイトは設定し直します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/onepassword.py"/>
        <source>In 1Password: File &gt; Export, then choose your account and the format 1PUX.</source>
        <translation>1Password のファイル &gt; エクスポート。アカウントを選び、形式は 1PUX を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/open_authenticator.py"/>
        <source>In Open Authenticator: Settings &gt; Backups &gt; Backup now, and share the backup as a file.</source>
        <translation>Open Authenticator の Settings &gt; Backups &gt; Backup now。バックアップをファイルとして共有します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/openpgp.py"/>
        <source>This file is encrypted with OpenPGP.</source>
        <translation>このファイルは OpenPGP で暗号化されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/openpgp.py"/>
        <source>Decrypt it with the program that holds your OpenPGP key, for instance with “gpg --decrypt”, and import what comes out.</source>
        <translation>OpenPGP の鍵があるプログラム（「gpg --decrypt」など）で復号し、復号したファイルを取り込んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/openpgp.py"/>
        <source>Decrypt the file with the program that holds your OpenPGP key, and import what comes out.</source>
        <translation>OpenPGP の鍵があるプログラムでファイルを復号し、復号したファイルを取り込んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/otp_auth_ios.py"/>
        <source>This file was written by a newer version of its app than Warifu knows.</source>
        <translation>このファイルは、Warifu がまだ対応していない新しいバージョンのアプリで作成されたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/otp_auth_ios.py"/>
        <source>In OTP Auth, show the QR code of each account and scan it.</source>
        <translation>OTP Auth で各アカウントの QR コードを表示し、読み取ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/otp_auth_ios.py"/>
        <source>The algorithm of this entry is not supported.</source>
        <translation>この項目のアルゴリズムには対応していません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/otp_auth_ios.py"/>
        <source>In OTP Auth: Settings &gt; Backups &gt; Create New Backup, or share one account as a file.</source>
        <translation>OTP Auth の Settings &gt; Backups &gt; Create New Backup。1 件のアカウントをファイルとして共有することもできます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/otpclient.py"/>
        <source>A newer OTPClient wrote this database.</source>
        <translation>このデータベースは、より新しい OTPClient で作成されたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/otpclient.py"/>
        <source>Export from OTPClient to a list of links or to Aegis, and import that.</source>
        <translation>OTPClient からリンクの一覧または Aegis 形式で書き出し、それを取り込んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/otpclient.py"/>
        <source>Choose OTPClient’s own database: “otpclient-db.enc”, usually in the folder “.local/share”.</source>
        <translation>OTPClient 自身のデータベース「otpclient-db.enc」を選びます。通常は「.local/share」フォルダーにあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/password_tables.py"/>
        <source>In KeePassXC: Database &gt; Export &gt; CSV File. The database itself (.kdbx) is safer to use.</source>
        <translation>KeePassXC のデータベース &gt; エクスポート &gt; CSV ファイル。データベースそのもの（.kdbx）を使うほうが安全です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/password_tables.py"/>
        <source>In LastPass: Advanced Options &gt; Export, then confirm by e-mail and save the CSV file.</source>
        <translation>LastPass の詳細オプション &gt; エクスポート。メールで確認し、CSV ファイルを保存します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/password_tables.py"/>
        <source>On a Mac, in Passwords: File &gt; Export All Passwords to File.</source>
        <translation>Mac の「パスワード」アプリのファイル &gt; すべてのパスワードをファイルに書き出す。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/password_tables.py"/>
        <source>Myki was closed in 2022. Files that it exported then (CSV) can still be read.</source>
        <translation>Myki は 2022 年に終了しました。当時書き出したファイル（CSV）は、いまも読み込めます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/password_tables.py"/>
        <source>In Proton Pass: Settings &gt; Export, with CSV as the format.</source>
        <translation>Proton Pass の設定 &gt; エクスポート。形式は CSV を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/password_tables.py"/>
        <source>In RoboForm: Options &gt; Account &amp; Data &gt; Export, with CSV as the format.</source>
        <translation>RoboForm のオプション &gt; アカウント &amp; データ &gt; エクスポート。形式は CSV を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/password_tables.py"/>
        <source>In NordPass: Settings &gt; Export Items, as a CSV file.</source>
        <translation>NordPass の設定 &gt; アイテムをエクスポート。CSV ファイルで保存します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/password_tables.py"/>
        <source>NordPass exports codes only where they stand in a custom field.</source>
        <translation>NordPass が書き出すのは、カスタムフィールドに入っているコードだけです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pictures.py"/>
        <source>Its QR code cannot be read, and the rest of the file does not tell its period.</source>
        <translation>QR コードを読み取れず、ファイルのほかの部分からも更新間隔がわかりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pictures.py"/>
        <source>Compare its code with that of the app.</source>
        <translation>元のアプリのコードと見比べてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/proton.py"/>
        <source>This file is of a newer Proton Authenticator than Warifu knows.</source>
        <translation>このファイルは、Warifu がまだ対応していない新しい Proton Authenticator で作成されたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/proton.py"/>
        <source>In Proton Authenticator: Settings &gt; Export.</source>
        <translation>Proton Authenticator の Settings &gt; Export。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/proton_pass.py"/>
        <source>This export of Proton Pass is encrypted with PGP.</source>
        <translation>この Proton Pass の書き出しは、PGP で暗号化されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/proton_pass.py"/>
        <source>Export it again in Proton Pass without encryption, and delete that file afterwards.</source>
        <translation>Proton Pass から暗号化なしで書き出し直し、あとでそのファイルを削除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/proton_pass.py"/>
        <source>In Proton Pass: Settings &gt; Export. Choose ZIP without encryption.</source>
        <translation>Proton Pass の設定 &gt; エクスポート。暗号化なしの ZIP を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/proton_pass.py"/>
        <source>The file holds all your passwords: delete it once the accounts are here.</source>
        <translation>ファイルにはすべてのパスワードが入っています。アカウントを取り込んだら削除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pskc.py"/>
        <source>This file is protected by a password or a key that was agreed on with who made it.</source>
        <translation>このファイルは、作成者と取り決めたパスワードまたは鍵で保護されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pskc.py"/>
        <source>It asks for a kind of code that Warifu does not make.</source>
        <translation>Warifu では作れない種類のコードを指定しています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pskc.py"/>
        <source>Its codes are not written in digits.</source>
        <translation>コードが数字で表されていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pskc.py"/>
        <source>The maker of a token gives such a file, and ykman oath accounts import reads it.</source>
        <translation>トークンの製造元から提供されるファイルです。ykman oath accounts import で読み込むファイルと同じ形式です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pskc_sealed.py"/>
        <source>This file is encrypted for a certificate.</source>
        <translation>このファイルは、特定の証明書向けに暗号化されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pskc_sealed.py"/>
        <source>Ask who made it for one that a password opens.</source>
        <translation>パスワードで開けるファイルを、作成者に求めてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pskc_sealed.py"/>
        <source>This file is encrypted in a way that Warifu does not know.</source>
        <translation>このファイルは、Warifu が対応していない方式で暗号化されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/pskc_sealed.py"/>
        <source>Ask who made it for one that is encrypted with AES-CBC.</source>
        <translation>AES-CBC で暗号化したファイルを、作成者に求めてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/qr.py"/>
        <source>Take a picture of the QR code that the app or the site shows, or save it as a file.</source>
        <translation>アプリやサイトに表示された QR コードを撮影するか、ファイルとして保存します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/raivo.py"/>
        <source>In Raivo: Settings &gt; Export OTPs to ZIP archive. Its password is your master password.</source>
        <translation>Raivo の Settings &gt; Export OTPs to ZIP archive。パスワードはマスターパスワードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/registry.py"/>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>There is no format of that name.</source>
        <translation>その名前の形式はありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/registry.py"/>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>“warifu formats” lists them.</source>
        <translation>「warifu formats」で一覧を表示できます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/registry.py"/>
        <source>Reading this file takes more memory than this computer has free.</source>
        <translation>このファイルを読み込むには、このコンピューターの空きより多くのメモリが必要です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/registry.py"/>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>Close other programs and try again.</source>
        <translation>ほかのプログラムを閉じてから、もう一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>Made on {date}. Accounts: {n}.</source>
        <translation>作成日: {date}、アカウント: {n} 件</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>Whoever sees this sheet can make the codes of these accounts for ever. Keep it like a passport.</source>
        <translation>このシートを見た人は、これらのアカウントのコードをいつまでも作れます。パスポートと同じように保管してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>If you printed a file, delete the file. To come back, scan the QR codes or type the secret keys.</source>
        <translation>ファイルから印刷したときは、そのファイルを削除してください。アカウントを元に戻すには、QR コードを読み取るか、シークレットキーを入力します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>My accounts in Warifu</source>
        <translation>Warifu のアカウント</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>This is a sheet for printing, not a file to import.</source>
        <translation>これは印刷用のシートで、取り込み用のファイルではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>Scan its QR codes: with the camera, from the screen, or from a picture of it.</source>
        <translation>シートの QR コードを、カメラ、画面、または撮影した画像から読み取ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>{kind}, {algorithm}, {digits} digits, counter {counter}</source>
        <translation>{kind}、{algorithm}、{digits} 桁、カウンター {counter}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>{kind}, {algorithm}, {digits} digits, every {period} s</source>
        <translation>{kind}、{algorithm}、{digits} 桁、{period} 秒ごと</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>QR code of {account}</source>
        <translation>{account} の QR コード</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/sheet.py"/>
        <source>Scan its QR codes.</source>
        <translation>QR コードを読み取ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/steam.py"/>
        <source>This file only lists where the secrets of Steam Desktop Authenticator are.</source>
        <translation>このファイルには、Steam Desktop Authenticator のシークレットの場所だけが書かれています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/steam.py"/>
        <source>Choose the .maFile files in the same folder.</source>
        <translation>同じフォルダーの .maFile ファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/steam.py"/>
        <source>This file is encrypted in a way that Steam Desktop Authenticator does not use.</source>
        <translation>このファイルは、Steam Desktop Authenticator では使われない方式で暗号化されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/steam.py"/>
        <source>Take the encryption off with the program that wrote it, and import it then.</source>
        <translation>作成したプログラムで暗号化を解除してから、取り込んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/steam.py"/>
        <source>This file of Steam Desktop Authenticator is encrypted, and what opens it is in another file.</source>
        <translation>この Steam Desktop Authenticator のファイルは暗号化されていて、開くための情報は別のファイルにあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/steam.py"/>
        <source>Put manifest.json of the same folder beside it, or take the encryption off there.</source>
        <translation>元のフォルダーにある manifest.json をこのファイルの隣に置くか、Steam Desktop Authenticator で暗号化を解除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/steam.py"/>
        <source>From Steam Desktop Authenticator: the .maFile files and manifest.json in its folder maFiles. From a rooted Android phone: the file Steamguard-… in the folder of the Steam app.</source>
        <translation>Steam Desktop Authenticator からは、maFiles フォルダーにある .maFile ファイルと manifest.json を使います。root 化した Android 端末からは、Steam アプリのフォルダーにある Steamguard-… ファイルを使います。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/steam.py"/>
        <source>Such a file also holds the key that confirms trades and the code that removes Steam Guard. Warifu takes the secret of the codes alone; keep the file safe, or delete it.</source>
        <translation>このファイルには、取引を承認する鍵と、Steam ガードを解除するコードも入っています。Warifu が取り込むのはコードのシークレットだけです。ファイルは安全に保管するか、削除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/stratum.py"/>
        <source>In Stratum (once Authenticator Pro): menu &gt; Back up &gt; Backup to file.</source>
        <translation>Stratum（旧 Authenticator Pro）のメニュー &gt; バックアップ &gt; ファイルにバックアップ。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/tables.py"/>
        <source>A row of this table is far larger than in any export of accounts.</source>
        <translation>この表には、アカウントの書き出しとしては大きすぎる行があります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/tables.py"/>
        <source>This table is far longer than an export of accounts.</source>
        <translation>この表は、アカウントの書き出しとしては長すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/tables.py"/>
        <source>A row of this table has more cells than any export of accounts.</source>
        <translation>この表には、アカウントの書き出しとしてはセルが多すぎる行があります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/totp_authenticator.py"/>
        <source>Its secret is damaged.</source>
        <translation>シークレットが壊れています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/totp_authenticator.py"/>
        <source>Its secret is written in a way that Warifu does not know.</source>
        <translation>シークレットが、Warifu が対応していない形式で書かれています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/totp_authenticator.py"/>
        <source>In TOTP Authenticator: Settings &gt; Backup and restore &gt; Backup to external storage.</source>
        <translation>TOTP Authenticator の Settings &gt; Backup and restore &gt; Backup to external storage。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/tries.py"/>
        <source>None of the passwords opens this entry.</source>
        <translation>どのパスワードでも、この項目を開けません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/tries.py"/>
        <source>It may have been saved with an older password: give that one as well.</source>
        <translation>以前のパスワードで保存されているかもしれません。以前のパスワードも入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/twofas.py"/>
        <source>This file is of a newer 2FAS than Warifu knows.</source>
        <translation>このファイルは、Warifu がまだ対応していない新しい 2FAS で作成されたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/twofas.py"/>
        <source>In 2FAS: Settings &gt; 2FAS Backup &gt; Export to file.</source>
        <translation>2FAS の Settings &gt; 2FAS Backup &gt; Export to file。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/twofauth.py"/>
        <source>In 2FAuth: Manage &gt; select the accounts &gt; Export. Choose the 2FAuth format.</source>
        <translation>2FAuth の管理 &gt; アカウントを選択 &gt; エクスポート。2FAuth 形式を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/untrusted.py"/>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>This file is too large for an export of accounts.</source>
        <translation>このファイルは、アカウントの書き出しとしては大きすぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/untrusted.py"/>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>Warifu reads files of up to 32 MB.</source>
        <translation>Warifu が読めるのは 32 MB までのファイルです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/untrusted.py"/>
        <source>This file has far more parts than an export of accounts.</source>
        <translation>このファイルは、アカウントの書き出しとしては要素が多すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/warifu.py"/>
        <source>This file was written by a newer Warifu.</source>
        <translation>このファイルは、より新しい Warifu で作成されたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/warifu.py"/>
        <source>Update Warifu to read it.</source>
        <translation>読むには Warifu を更新してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/warifu.py"/>
        <source>In Warifu: Export, or any file in the folder of its backups.</source>
        <translation>Warifu の「書き出し」のファイル、またはバックアップのフォルダーにあるファイル。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/winauth.py"/>
        <location filename="../../app/warifu/formats/winauth_layers.py"/>
        <source>This entry is damaged.</source>
        <translation>この項目は壊れています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/winauth.py"/>
        <source>In WinAuth: the gear at the lower right &gt; Export, as a text file or as a zip with a password. Or choose winauth.xml itself.</source>
        <translation>WinAuth の右下の歯車 &gt; Export。テキストファイル、またはパスワード付きの zip で書き出します。winauth.xml をそのまま選ぶこともできます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/ykman.py"/>
        <source>This is a list of the accounts on a YubiKey, without their secrets.</source>
        <translation>これは YubiKey にあるアカウントの一覧で、シークレットは含まれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/ykman.py"/>
        <source>A YubiKey never gives a secret back. Set up each code anew at its site.</source>
        <translation>YubiKey からシークレットを取り出すことはできません。それぞれのサイトでコードを設定し直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/formats/ykman.py"/>
        <source>A YubiKey never gives a secret back: set up the code anew at each site.</source>
        <translation>YubiKey からシークレットを取り出すことはできません。それぞれのサイトでコードを設定し直します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>What came back is no answer to the question.</source>
        <translation>返ってきたものは、問い合わせへの回答ではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>The server wants to be asked no more.</source>
        <translation>サーバーは、これ以上問い合わせないよう求めています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>The server does not know the time itself.</source>
        <translation>サーバー自身が正しい時刻を知りません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>The times that the server gives contradict each other.</source>
        <translation>サーバーが示した時刻に矛盾があります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>Try again later, or another server.</source>
        <translation>しばらくしてからもう一度試すか、別のサーバーを使ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>The time server cannot be reached.</source>
        <translation>時刻サーバーに接続できません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>The time server does not answer.</source>
        <translation>時刻サーバーが応答しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>The time server tells no time.</source>
        <translation>時刻サーバーから時刻を得られませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/clock/udp.py"/>
        <source>There is no time server {server}, or no network.</source>
        <translation>時刻サーバー {server} が見つからないか、ネットワークにつながっていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/keystore/base.py"/>
        <source>The settings of “keyring” name {name}, which does not protect a key.</source>
        <translation>「keyring」の設定で {name} が指定されていますが、これは鍵を保護しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/keystore/base.py"/>
        <source>This computer has no keystore that Warifu trusts.</source>
        <translation>このコンピューターには、Warifu が信頼できるキーストアがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/keystore/base.py"/>
        <source>The keystore of this computer is locked.</source>
        <translation>このコンピューターのキーストアはロックされています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/keystore/base.py"/>
        <source>The keystore of this computer no longer has the key.</source>
        <translation>このコンピューターのキーストアに、鍵がなくなっています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/keystore/base.py"/>
        <location filename="../../app/warifu/services/remembering.py"/>
        <source>What the keystore of this computer has is not the key any more.</source>
        <translation>このコンピューターのキーストアにあるものは、もう鍵ではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/keystore/base.py"/>
        <source>The keystore of this computer does not answer.</source>
        <translation>このコンピューターのキーストアが応答しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/keystore/base.py"/>
        <location filename="../../app/warifu/services/remembering.py"/>
        <source>The keystore of this computer does not work.</source>
        <translation>このコンピューターのキーストアが動作しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/base.py"/>
        <source>{name} does not answer.</source>
        <translation>{name} が応答しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/base.py"/>
        <location filename="../../app/warifu/platforms/quick_unlock/windows_hello.py"/>
        <source>{name} does not work now.</source>
        <translation>{name} はいま動作しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/base.py"/>
        <source>{name} did not confirm that it is you.</source>
        <translation>{name} でご本人と確認できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/polkit.py"/>
        <source>It needs Warifu to be installed by a package of the system.</source>
        <translation>システムのパッケージでインストールした Warifu でだけ使えます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/polkit.py"/>
        <source>polkit does not run on this computer.</source>
        <translation>このコンピューターでは polkit が動いていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/touch_id.py"/>
        <source>Touch ID is not set up on this computer.</source>
        <translation>このコンピューターでは Touch ID が設定されていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/windows_hello.py"/>
        <source>Windows Hello is not set up on this computer.</source>
        <translation>このコンピューターでは Windows Hello が設定されていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/windows_hello.py"/>
        <source>Windows Hello no longer has the key.</source>
        <translation>Windows Hello に鍵がなくなっています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/windows_hello.py"/>
        <source>Turn it off and on again.</source>
        <translation>一度オフにしてから、もう一度オンにしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/quick_unlock/windows_hello.py"/>
        <source>The security chip of this computer is locked.</source>
        <translation>このコンピューターのセキュリティチップはロックされています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/screenshot/__init__.py"/>
        <source>This desktop lets no program look at the screen.</source>
        <translation>このデスクトップでは、プログラムは画面を読み取れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/screenshot/__init__.py"/>
        <source>Take a screenshot and choose “Open image”, or install xdg-desktop-portal or grim.</source>
        <translation>スクリーンショットを撮って「画像を開く」を選ぶか、xdg-desktop-portal または grim をインストールしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/screenshot/grim.py"/>
        <source>The program grim could not take a picture of the screen.</source>
        <translation>grim で画面の画像を取得できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/screenshot/portal.py"/>
        <source>The desktop gave no picture of the screen.</source>
        <translation>デスクトップから画面の画像を取得できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/linux.py"/>
        <source>The choice of the program for links could not be written.</source>
        <translation>リンクを開くプログラムの設定を書き込めませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/linux.py"/>
        <source>Look whether this folder can be written, then try again.</source>
        <translation>このフォルダーに書き込めるかどうかを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/linux.py"/>
        <source>{file}: {reason}</source>
        <translation>{file}: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/macos.py"/>
        <source>macOS opens links with apps only, and this Warifu runs without one.</source>
        <translation>macOS ではリンクを開けるのはアプリだけです。この Warifu はアプリとして動いていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/macos.py"/>
        <source>No other app on this Mac opens such links.</source>
        <translation>この Mac には、このようなリンクを開くほかのアプリがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/macos.py"/>
        <source>They stay with Warifu, which always asks.</source>
        <translation>リンクは引き続き Warifu で開きますが、保存の前に必ず確認します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/macos.py"/>
        <source>macOS did not let Warifu change which app opens links.</source>
        <translation>macOS により、リンクを開くアプリの変更が拒否されました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/macos.py"/>
        <source>Move Warifu to the Applications folder, start it from there, and try again.</source>
        <translation>Warifu をアプリケーションフォルダーに移し、そこから起動して、もう一度お試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/windows.py"/>
        <source>Windows opens some of them with another program: see its settings, Default apps.</source>
        <translation>一部のリンクは別のプログラムで開くよう設定されています。Windows の設定の「既定のアプリ」をご確認ください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/windows.py"/>
        <source>Windows did not let Warifu change which program opens links.</source>
        <translation>Windows により、リンクを開くプログラムの変更が拒否されました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/platforms/url_scheme/windows.py"/>
        <source>An administrator of this computer may have forbidden it.</source>
        <translation>このコンピューターの管理者が禁止している可能性があります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Choose a PNG, JPEG, WebP, BMP, GIF, SVG or PDF file.</source>
        <translation>PNG、JPEG、WebP、BMP、GIF、SVG、PDF のいずれかのファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Cut out the part with the code, and try that.</source>
        <translation>コードの部分だけを切り取って、もう一度お試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Choose a simpler one, or a PNG.</source>
        <translation>もっと単純なものか、PNG を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>This file is empty.</source>
        <translation>このファイルは空です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>This file is not a picture that can be read.</source>
        <translation>このファイルは、読み取れる画像ではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>A picture may have at most 32 MB.</source>
        <translation>画像は 32 MB までです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>A picture may have at most 40 megapixels.</source>
        <translation>画像は 4,000 万画素までです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Choose another one, or make it again.</source>
        <translation>別の画像を選ぶか、作り直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>This PDF is protected by a password.</source>
        <translation>この PDF はパスワードで保護されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Open it, and scan the code from the screen.</source>
        <translation>PDF を開き、画面からコードを読み取ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>This picture has scripts or refers to other files.</source>
        <translation>この画像はスクリプトや外部ファイルの参照を含んでいます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>This picture has too many parts.</source>
        <translation>この画像は部品が多すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>This picture is not written in UTF-8.</source>
        <translation>この画像は UTF-8 で書かれていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Reading this picture took too long.</source>
        <translation>この画像の読み取りに時間がかかりすぎました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Reading this picture takes too much memory.</source>
        <translation>この画像の読み取りにはメモリーが足りません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Reading this picture failed.</source>
        <translation>この画像の読み取りに失敗しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>It may be made to do harm. If you trust it, take a picture of the screen instead.</source>
        <translation>悪意のある画像かもしれません。信頼できるものなら、画面のスクリーンショットでお試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>The part of Warifu that reads pictures does not start.</source>
        <translation>Warifu の画像を読み取る部分が起動しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>Start Warifu again; if that does not help, install it anew.</source>
        <translation>Warifu を起動し直してください。それでも直らないときは、インストールし直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>Reading was stopped.</source>
        <translation>読み取りを中止しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/scan/errors.py"/>
        <source>{format} files cannot be read.</source>
        <translation>{format} 形式のファイルは読み取れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>The folder is {folder}.</source>
        <translation>フォルダーは {folder} です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>The disk of the backups is full.</source>
        <translation>バックアップ先のディスクがいっぱいです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>Make room there, or choose another folder.</source>
        <translation>空きを作るか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>The folder of the backups cannot be written to.</source>
        <translation>バックアップのフォルダーに書き込めません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>Allow Warifu to write there, or choose another folder.</source>
        <translation>Warifu に書き込みを許可するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>The folder of the backups is not there.</source>
        <translation>バックアップのフォルダーがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>Plug its disk in, or choose another folder.</source>
        <translation>そのディスクをつなぐか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>The folder of the backups does not answer.</source>
        <translation>バックアップのフォルダーが応答しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>Connect its drive again, or choose another folder.</source>
        <translation>ドライブをつなぎ直すか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <location filename="../../app/warifu/vault/backup_files.py"/>
        <source>The backup did not come back from the disk as it was written.</source>
        <translation>バックアップが、書いたとおりにディスクから読み出せませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <location filename="../../app/warifu/vault/backup_files.py"/>
        <source>The disk may be failing: choose a folder on another one.</source>
        <translation>ディスクが故障しているおそれがあります。別のディスクのフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <source>The backup could not be made.</source>
        <translation>バックアップできませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/backup_record.py"/>
        <location filename="../../app/warifu/services/diagnostics.py"/>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>No camera was found.</source>
        <translation>カメラが見つかりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>Plug one in, and it starts by itself. Some laptops have a switch or a key for theirs.</source>
        <translation>カメラを接続すると自動的に始まります。カメラのスイッチやキーが付いているノートパソコンもあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>Warifu may not use the camera.</source>
        <translation>Warifu にカメラの使用が許可されていません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>Another program is using the camera.</source>
        <translation>別のプログラムがカメラを使用しています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>Close video calls and other programs that show a camera picture, then try again.</source>
        <translation>ビデオ通話など、カメラの映像を使うプログラムを閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>The camera was unplugged.</source>
        <translation>カメラが取り外されました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>Plug it in again, and the scan goes on by itself.</source>
        <translation>もう一度接続すると、スキャンは自動的に続きます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>The camera gives no picture.</source>
        <translation>カメラの映像が届きません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>Look whether its cover is open, unplug it and plug it in again, or choose another one.</source>
        <translation>カバーが開いているか確かめる、接続し直す、別のカメラを選ぶ、のいずれかをお試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>The camera stopped unexpectedly.</source>
        <translation>カメラが予期せず停止しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>Try again. If it happens every time, choose another camera.</source>
        <translation>もう一度お試しください。毎回起こる場合は、別のカメラを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>In Settings &gt; Privacy &amp; security &gt; Camera, allow desktop apps to use the camera, then try again.</source>
        <translation>「設定」&gt;「プライバシーとセキュリティ」&gt;「カメラ」で、デスクトップ アプリによるカメラの使用を許可してから、もう一度お試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>In System Settings &gt; Privacy &amp; Security &gt; Camera, switch on Warifu, then try again.</source>
        <translation>「システム設定」&gt;「プライバシーとセキュリティ」&gt;「カメラ」で Warifu をオンにしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/camera_sentences.py"/>
        <source>Its device is for the group “video” only: type “sudo usermod -aG video $USER” in a terminal, then log out and in again.</source>
        <translation>カメラは「video」グループ専用です。端末で「sudo usermod -aG video $USER」を実行し、ログアウトしてからもう一度ログインしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/copying.py"/>
        <source>The codes of this account do not depend on the time.</source>
        <translation>このアカウントのコードは時刻によって変わりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/copying.py"/>
        <location filename="../../app/warifu/services/importing.py"/>
        <location filename="../../app/warifu/services/key_slot.py"/>
        <location filename="../../app/warifu/services/restoring.py"/>
        <location filename="../../app/warifu/services/session.py"/>
        <location filename="../../app/warifu/services/unlock_ways.py"/>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>The vault is locked.</source>
        <translation>保管庫はロックされています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/diagnostics.py"/>
        <source>The diagnostics could not be saved.</source>
        <translation>診断情報を保存できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_child.py"/>
        <source>Reading this file takes too much memory.</source>
        <translation>このファイルの読み込みには、メモリが足りません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <location filename="../../app/warifu/services/importing.py"/>
        <source>Reading this file failed.</source>
        <translation>このファイルの読み込みに失敗しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>The part of Warifu that reads files of other apps does not start.</source>
        <translation>ほかのアプリのファイルを読み込む部分が起動しません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>There is no such file.</source>
        <translation>そのファイルはありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>This is a folder.</source>
        <translation>これはフォルダーです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_reader.py"/>
        <source>Choose a file in it.</source>
        <translation>中のファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In Warifu on any computer: “Backups”, “Show backups”, “Another file…”. It opens with the password that you gave it.</source>
        <translation>どのコンピューターの Warifu でも、「バックアップ」&gt;「一覧を表示」&gt;「別のファイル…」と進みます。書き出したときに決めたパスワードで開きます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In Aegis: Settings, “Import &amp; Export”, “Import from file”, “Aegis”.</source>
        <translation>Aegis の「設定」&gt;「インポートとエクスポート」&gt;「ファイルからインポート」&gt;「Aegis」と進みます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In 2FAS: Settings, “2FAS Backup”, “Import”.</source>
        <translation>2FAS の「Settings」&gt;「2FAS Backup」&gt;「Import」と進みます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In Ente Auth: Settings, “Data”, “Import codes”.</source>
        <translation>Ente Auth の「設定」&gt;「データ」&gt;「コードをインポート」と進みます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In Proton Authenticator: Settings, “Import”, “Proton Authenticator”.</source>
        <translation>Proton Authenticator の「Settings」&gt;「Import」&gt;「Proton Authenticator」と進みます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In Stratum: “Restore” in its menu.</source>
        <translation>Stratum のメニューで「復元」を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In andOTP: “Backups” in its menu, and “Restore” of the kind that you have written.</source>
        <translation>andOTP のメニューの「バックアップ」で、書き出した種類の「復元」を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In Bitwarden: Tools, “Import data”, “Bitwarden (json)”.</source>
        <translation>Bitwarden で「ツール」&gt;「データをインポート」&gt;「Bitwarden (json)」と進みます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In Bitwarden Authenticator: Settings, “Import”, “Authenticator Export (JSON)”.</source>
        <translation>Bitwarden Authenticator の「設定」&gt;「インポート」&gt;「Authenticator Export (JSON)」と進みます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In FreeOTP+: “Import JSON format” in its menu.</source>
        <translation>FreeOTP+ のメニューで「JSONファイルのインポート」を選びます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>Open the file in KeePassXC or another KeePass, or merge it there with the one you have.</source>
        <translation>KeePassXC などの KeePass でファイルを開くか、お使いのデータベースに統合します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>Make a QR code of each line, and scan it with Google Authenticator’s “Import accounts”.</source>
        <translation>1 行ごとに QR コードを作成し、Google Authenticator の「アカウントのインポート」で読み取ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>Most authenticators read such a list: look for “Import” or “Restore” in their settings.</source>
        <translation>ほとんどの認証アプリで読み込めます。設定で「インポート」または「復元」を探してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>Hand the file to the server or the tool that asks for PSKC.</source>
        <translation>PSKC を必要とするサーバーまたはツールにファイルを渡します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>Open the file in a browser and print it. What is on paper is scanned by any authenticator.</source>
        <translation>ファイルをブラウザーで開いて印刷します。印刷した QR コードは、どの認証アプリでも読み取れます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>Print the file. What is on paper is scanned by any authenticator.</source>
        <translation>ファイルを印刷します。印刷した QR コードは、どの認証アプリでも読み取れます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/export_steps.py"/>
        <source>In {app}: look for “Import” or “Restore”.</source>
        <translation>{app} で「インポート」または「復元」を探してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>There is a file of this name already.</source>
        <translation>同じ名前のファイルがすでにあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>Choose another name.</source>
        <translation>別の名前を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>This format is only read, not written.</source>
        <translation>この形式は読み込み専用で、書き出せません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>There is no account that this format can hold.</source>
        <translation>この形式に入れられるアカウントがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>That app reads no encrypted file.</source>
        <translation>そのアプリは暗号化されたファイルを読み込めません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>Leave the password out, or choose another format.</source>
        <translation>パスワードを付けないか、別の形式を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>This format is always encrypted.</source>
        <translation>この形式は必ず暗号化されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>Enter a password for the file.</source>
        <translation>ファイルのパスワードを入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>That is the vault itself.</source>
        <translation>それは保管庫そのものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>Nothing was written.</source>
        <translation>何も書き込んでいません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>A folder or a device has this name.</source>
        <translation>この名前のフォルダーまたはデバイスがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>There is no such folder.</source>
        <translation>そのフォルダーはありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>Choose another place.</source>
        <translation>別の場所を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The disk is full.</source>
        <translation>ディスクがいっぱいです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>Make room, or choose another place.</source>
        <translation>空きを作るか、別の場所を選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/exporting.py"/>
        <source>The file cannot be written there.</source>
        <translation>そこにはファイルを書き込めません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/importing.py"/>
        <source>All of it is here by now.</source>
        <translation>すべてすでに登録されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/importing.py"/>
        <source>Importing failed.</source>
        <translation>取り込みに失敗しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/importing.py"/>
        <source>It lay in that app’s bin.</source>
        <translation>元のアプリのゴミ箱にありました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/importing.py"/>
        <source>It is in the file twice.</source>
        <translation>ファイルに 2 回入っています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/importing.py"/>
        <source>An account of this name has another secret; both are kept.</source>
        <translation>同じ名前のアカウントがありますが、シークレットが異なります。両方とも残します。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/key_slot.py"/>
        <source>This vault can only be read: a newer Warifu made it.</source>
        <translation>この保管庫は読み取りだけができます。新しい Warifu で作られています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/look.py"/>
        <source>The vault file is gone.</source>
        <translation>保管庫のファイルがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/look.py"/>
        <source>Put it back, or begin with a new one.</source>
        <translation>ファイルを戻すか、新しく作り直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/look.py"/>
        <source>It was at {path}.</source>
        <translation>元の場所: {path}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/problems.py"/>
        <source>Something went wrong with the vault file.</source>
        <translation>保管庫のファイルで問題が起きました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/quick_pin.py"/>
        <location filename="../../app/warifu/services/system_unlock.py"/>
        <source>Only the password opens the vault now.</source>
        <translation>いまはパスワードでだけ開けます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/quick_pin.py"/>
        <location filename="../../app/warifu/vault/held.py"/>
        <source>This is not the PIN.</source>
        <translation>PIN が違います。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/quick_pin.py"/>
        <source>Tries left: {n}.</source>
        <translation>あと {n} 回入力できます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/quick_pin.py"/>
        <source>A PIN has {n} digits or more.</source>
        <translation>PIN は {n} 桁以上の数字です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/quick_pin.py"/>
        <source>Digits in a row or all alike are the first that anybody tries.</source>
        <translation>続いた数字や同じ数字ばかりの PIN は、真っ先に試されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/quick_pin.py"/>
        <source>Only the password will do now.</source>
        <translation>いまはパスワードが必要です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/quick_pin.py"/>
        <source>Five wrong PINs were typed.</source>
        <translation>PIN を 5 回間違えました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/restoring.py"/>
        <source>There is no backup in this folder.</source>
        <translation>このフォルダーにはバックアップがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/restoring.py"/>
        <source>The vault is busy.</source>
        <translation>保管庫はほかの処理中です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/restoring.py"/>
        <source>Try again.</source>
        <translation>もう一度お試しください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/restoring.py"/>
        <location filename="../../app/warifu/vault/restore.py"/>
        <source>The backup cannot be read.</source>
        <translation>バックアップを読み取れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/session.py"/>
        <source>The vault is being opened already.</source>
        <translation>保管庫はすでに開いている途中です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/session.py"/>
        <source>The vault was locked.</source>
        <translation>保管庫はロックされました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/sheet_printing.py"/>
        <source>The PDF could not be made.</source>
        <translation>PDF を作成できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/sheet_printing.py"/>
        <source>Choose the sheet as HTML, and print it from the browser.</source>
        <translation>「印刷用シート（ウェブページ）」を選び、ブラウザーから印刷してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/showing.py"/>
        <source>“Edit” shows the secret key, which can be typed on the phone.</source>
        <translation>「編集」でシークレットキーを表示し、スマートフォンで入力できます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/source_files.py"/>
        <source>The file has changed since it was read, and was not deleted.</source>
        <translation>読み込んだあとでファイルが変わったため、削除していません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/source_files.py"/>
        <source>Look at it, and delete it yourself.</source>
        <translation>中を確かめて、ご自身で削除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/source_files.py"/>
        <source>The file could not be deleted.</source>
        <translation>ファイルを削除できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/source_files.py"/>
        <source>Close other programs that use it, and delete it yourself.</source>
        <translation>使用中のプログラムを閉じて、ご自身で削除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>This account is in the trash.</source>
        <translation>このアカウントはゴミ箱にあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>Restore it first.</source>
        <translation>先に元に戻してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>This vault is open for reading only.</source>
        <translation>この保管庫は読み取り専用で開いています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>A newer Warifu wrote it.</source>
        <translation>より新しい Warifu で書かれたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/store.py"/>
        <source>Update Warifu to change it.</source>
        <translation>変更するには Warifu を更新してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/system_unlock.py"/>
        <source>This system has no such way to unlock.</source>
        <translation>このシステムには、この方法がありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/system_unlock.py"/>
        <source>The system said yes but gave no key.</source>
        <translation>システムは確認しましたが、鍵を渡しませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock was set meanwhile.</source>
        <translation>その間に時計が変更されました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>Check it again.</source>
        <translation>もう一度確かめてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock is more than a day off.</source>
        <translation>時計が 1 日以上ずれています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>Set the date of this computer, then check again.</source>
        <translation>この PC の日付を合わせてから、もう一度確かめてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock is wrong: it shows {day}. So are the codes.</source>
        <translation>時計が {day} になっています。コードも正しくありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock is kept right again, but still corrected by {time}.</source>
        <translation>時計は合っていますが、{time}の補正が残っています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>This is no name of a time server.</source>
        <translation>時刻サーバーの名前ではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>Names look like time.example.org.</source>
        <translation>time.example.org のような名前を入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock is right, to within a second.</source>
        <translation>時計は合っています（誤差 1 秒以内）。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock is {time} slow.</source>
        <translation>時計が {time}遅れています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock is {time} fast.</source>
        <translation>時計が {time}進んでいます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>Codes are made for {time} later than the computer’s clock says.</source>
        <translation>PC の時計より {time}あとの時刻でコードを作ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>Codes are made for {time} earlier than the computer’s clock says.</source>
        <translation>PC の時計より {time}前の時刻でコードを作ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 時間 {minutes} 分</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>{days} d {hours} h</source>
        <translation>{days} 日 {hours} 時間</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock is {time} slow: sites may refuse codes.</source>
        <translation>時計が {time}遅れ、コードが通らないことがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/services/time_check.py"/>
        <source>The clock is {time} fast: sites may refuse codes.</source>
        <translation>時計が {time}進み、コードが通らないことがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/file.py"/>
        <source>The settings could not be saved.</source>
        <translation>設定を保存できませんでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Language of the window</source>
        <translation>ウィンドウの言語</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Height of the rows</source>
        <translation>行の高さ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Show the next code in the last seconds of a code; 0 is never</source>
        <translation>コードの最後の数秒に次のコードを表示（0 で表示しない）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Closing the window leaves Warifu in the tray</source>
        <translation>ウィンドウを閉じても Warifu を通知領域に残す</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Seconds until a copied code leaves the clipboard</source>
        <translation>コピーしたコードがクリップボードから消えるまでの秒数</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Days after which to ask for the recovery code, to see that it is still there; 0 is never</source>
        <translation>復旧コードが手元にあるかを尋ねるまでの日数。0 は尋ねない</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Unix seconds until which nothing is said of the recovery code</source>
        <translation>復旧コードについて知らせない期限 (Unix 秒)</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Vaults whose key the keystore of this computer has</source>
        <translation>このコンピューターのキーストアに鍵がある保管庫</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Vaults that Windows Hello opens on this computer</source>
        <translation>このコンピューターで Windows Hello が開く保管庫</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Fingerprint or system password opens what this run locked</source>
        <translation>動作中にロックした保管庫を、指紋またはシステムのパスワードで開く</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>The PIN for what this run locked, encrypted with the vault's key</source>
        <translation>動作中にロックした保管庫の PIN（保管庫の鍵で暗号化）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Minutes until Warifu locks when nobody is here; 0 is never</source>
        <translation>操作がないときにロックするまでの分数。0 はロックしない</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>That closing goes to the tray has been said</source>
        <translation>閉じると通知領域に残ることの説明を済ませた</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Where the window was</source>
        <translation>ウィンドウの位置</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Marks this computer's changes where copies are joined</source>
        <translation>コピーを統合するときにこのパソコンの変更を区別する印</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>The camera used last for scanning</source>
        <translation>スキャンで最後に選んだカメラ</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Folder of the backups; empty is the usual one</source>
        <translation>バックアップのフォルダー（空欄なら標準のもの）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Milliseconds to add to the computer's clock; one day at most</source>
        <translation>PC の時計に加えるミリ秒数（最大 1 日）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>The system called its clock right when the correction was taken</source>
        <translation>補正したとき、システムは時計が正しいと示していた</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>The time server that is asked on wish</source>
        <translation>求めに応じて問い合わせる時刻サーバー</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>The vault file opened last; its absence is noticed</source>
        <translation>最後に開いた保管庫（なくなったことに気付くため）</translation>
    </message>
    <message>
        <location filename="../../app/warifu/settings/schema.py"/>
        <source>Which vault had something to be purged, and since when</source>
        <translation>完全に消すものがあった保管庫と、その時刻</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/backup_files.py"/>
        <source>The vault has no password that would open a backup.</source>
        <translation>この保管庫には、バックアップを開けるパスワードがありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/backup_files.py"/>
        <location filename="../../app/warifu/vault/container.py"/>
        <location filename="../../app/warifu/vault/saving.py"/>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>The vault file is damaged.</source>
        <translation>保管庫のファイルが壊れています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>It is empty or nearly so.</source>
        <translation>ファイルが空か、ほとんど空です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>This file is not a vault of Warifu.</source>
        <translation>このファイルは Warifu の保管庫ではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>A part of it is missing, or something was added.</source>
        <translation>一部が欠けているか、何かが付け足されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its bytes are not as they were written.</source>
        <translation>内容が書き込まれたときと異なります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its header was changed.</source>
        <translation>ヘッダーが変更されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its contents were changed.</source>
        <translation>中身が変更されています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its header is cut off.</source>
        <translation>ヘッダーが途中で切れています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>Its header is not as Warifu writes it.</source>
        <translation>ヘッダーが Warifu の書き方と異なります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <source>This vault was written by a newer Warifu.</source>
        <translation>この保管庫はより新しい Warifu で書かれたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/container.py"/>
        <location filename="../../app/warifu/vault/restore.py"/>
        <source>Update Warifu to open it.</source>
        <translation>開くには Warifu を更新してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/document.py"/>
        <source>This account is in the vault already.</source>
        <translation>このアカウントはすでに保管庫にあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/document.py"/>
        <source>The vault holds something that Warifu does not understand.</source>
        <translation>保管庫に Warifu が理解できないものがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/document.py"/>
        <source>This account is not in the vault any more.</source>
        <translation>このアカウントはもう保管庫にありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/file.py"/>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>There is a vault already, and it is never overwritten.</source>
        <translation>保管庫がすでにあり、上書きはしません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/key_slots.py"/>
        <source>This is not the recovery code of this vault.</source>
        <translation>この保管庫の復旧コードではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/key_slots.py"/>
        <source>It was typed without a slip, so it belongs to another vault, or a newer code has replaced it.</source>
        <translation>入力の誤りはないので、別の保管庫のコードか、すでに新しいコードに置き換えられたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/key_slots.py"/>
        <source>The key that this computer keeps does not open the vault any more.</source>
        <translation>このコンピューターが記憶している鍵では、もう保管庫を開けません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/key_slots.py"/>
        <source>The code or key was forgotten before it was used.</source>
        <translation>コードまたは鍵が、使われる前に消去されました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/key_slots.py"/>
        <source>Make a new one.</source>
        <translation>新しいものを作ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>A password has at most 1,024 characters.</source>
        <translation>パスワードは 1,024 文字までです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>The password has a character that cannot be stored.</source>
        <translation>パスワードに保存できない文字があります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This password is easy to guess.</source>
        <translation>このパスワードは簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Use at least 12 characters.</source>
        <translation>12 文字以上にしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Add another word or two. Uncommon words are better.</source>
        <translation>あと 1〜2 語加えてください。珍しい言葉のほうが安全です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This is one of the ten most common passwords.</source>
        <translation>最もよく使われる 10 個のパスワードの 1 つです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This is one of the hundred most common passwords.</source>
        <translation>最もよく使われる 100 個のパスワードの 1 つです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This is a very common password.</source>
        <translation>とてもよく使われるパスワードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>This is close to a common password.</source>
        <translation>よく使われるパスワードに似ています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>A word by itself is easy to guess.</source>
        <translation>単語 1 つだけでは簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Names by themselves are easy to guess.</source>
        <translation>名前だけでは簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Common names are easy to guess.</source>
        <translation>よくある名前は簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Straight rows of keys are easy to guess.</source>
        <translation>キーボードの並び順どおりのパスワードは簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Short patterns on the keyboard are easy to guess.</source>
        <translation>キーボード上の短い形は簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Repeats like “aaa” are easy to guess.</source>
        <translation>「aaa」のような繰り返しは簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Repeats like “abcabcabc” are hardly harder to guess than “abc”.</source>
        <translation>「abcabcabc」のような繰り返しは「abc」とほとんど変わりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Sequences like “abc” or “6543” are easy to guess.</source>
        <translation>「abc」や「6543」のような連続は簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Recent years are easy to guess.</source>
        <translation>最近の年は簡単に推測されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Dates are often easy to guess.</source>
        <translation>日付は簡単に推測されることがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Use a longer pattern with more turns.</source>
        <translation>曲がり角の多い、もっと長い形にしてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid repeated words and characters.</source>
        <translation>同じ言葉や文字の繰り返しは避けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid sequences.</source>
        <translation>連続した並びは避けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid recent years.</source>
        <translation>最近の年は避けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid years that have to do with you.</source>
        <translation>自分に関係のある年は避けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Avoid dates and years that have to do with you.</source>
        <translation>自分に関係のある日付や年は避けてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Capital letters don’t help very much.</source>
        <translation>大文字にしてもあまり強くなりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>All capitals are almost as easy to guess as all small letters.</source>
        <translation>すべて大文字にしても、すべて小文字とほとんど変わりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Reversed words aren’t much harder to guess.</source>
        <translation>逆さに書いてもあまり強くなりません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Swaps like “@” for “a” don’t help very much.</source>
        <translation>「a」を「@」に変えるような置き換えはあまり効果がありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>Long enough. Another uncommon word would make it strong.</source>
        <translation>十分な長さです。珍しい言葉をもう 1 つ加えると強くなります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>A good password.</source>
        <translation>よいパスワードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/password.py"/>
        <source>A strong password.</source>
        <translation>強いパスワードです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The vault is a link to a file that cannot be reached.</source>
        <translation>保管庫はリンクで、リンク先のファイルに届きません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Mount the drive it is on, or mend the link.</source>
        <translation>リンク先のドライブを接続するか、リンクを直してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>A folder lies where the vault should be.</source>
        <translation>保管庫があるはずの場所にフォルダーがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>This file is far larger than any vault.</source>
        <translation>このファイルは保管庫としては大きすぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>There is no vault.</source>
        <translation>保管庫がありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The vault cannot be read.</source>
        <translation>保管庫を読み取れません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The system says: {reason}.</source>
        <translation>システムからの報告: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Nothing is lost: the old file is untouched and the change is kept as long as Warifu runs.</source>
        <translation>何も失われていません。元のファイルはそのままで、変更は Warifu を終了するまで残ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Make room and try again.</source>
        <translation>空きを作ってから、もう一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Another program has the vault file open.</source>
        <translation>別のプログラムが保管庫のファイルを開いています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Wait until it is done, or make sure that the file is not marked read-only, and try again.</source>
        <translation>そのプログラムの処理が終わるのを待つか、ファイルが読み取り専用になっていないことを確かめてから、もう一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The folder of the vault cannot be written to.</source>
        <translation>保管庫のフォルダーに書き込めません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Allow Warifu to write there and try again.</source>
        <translation>Warifu の書き込みを許可してから、もう一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>The vault cannot be saved: {reason}.</source>
        <translation>保管庫を保存できません: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Other users of this computer may look into the folder of the vault.</source>
        <translation>このパソコンのほかのユーザーが、保管庫のフォルダーを見られる状態です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/places.py"/>
        <source>Make the folder private, or keep the vault elsewhere: {folder}</source>
        <translation>フォルダーを自分専用にするか、保管庫を別の場所に置いてください: {folder}</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>This recovery code was made by a newer Warifu.</source>
        <translation>この復旧コードは、より新しい Warifu で作られています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>Update Warifu.</source>
        <translation>Warifu を更新してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>Compare it with what is written down. Zero and O, one and I, count as the same.</source>
        <translation>控えと見比べてください。0 と O、1 と I は同じ文字として扱います。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>There are several typing slips in the code.</source>
        <translation>コードに入力の誤りがいくつかあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>There is a typing slip at the beginning: the code begins with a W.</source>
        <translation>先頭に入力の誤りがあります。コードは W で始まります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>There is a typing slip in group {group}.</source>
        <translation>グループ {group} に入力の誤りがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>There are typing slips in groups {one} and {other}.</source>
        <translation>グループ {one} とグループ {other} に入力の誤りがあります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>Codes have letters and digits only. Switch the keyboard to them if it types others.</source>
        <translation>コードは英数字だけです。ほかの文字になるときは、英数字入力に切り替えてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>Group {group} has a character that no recovery code has.</source>
        <translation>グループ {group} に、復旧コードでは使われない文字があります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>Type the recovery code.</source>
        <translation>復旧コードを入力してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>A character is missing in group {group}.</source>
        <translation>グループ {group} の文字が 1 つ足りません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>Group {group} has a character too many.</source>
        <translation>グループ {group} の文字が 1 つ多すぎます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/recovery_code.py"/>
        <source>The code has {right} characters after the W, and these are {typed}.</source>
        <translation>コードは W のあとに {right} 文字ありますが、入力されたのは {typed} 文字です。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/restore.py"/>
        <source>The backup is not there any more.</source>
        <translation>そのバックアップはもうありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/restore.py"/>
        <source>This backup was made by a newer Warifu.</source>
        <translation>このバックアップはより新しい Warifu で作成されたものです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/restore.py"/>
        <source>This backup is damaged.</source>
        <translation>このバックアップは壊れています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/restore.py"/>
        <source>Choose another one.</source>
        <translation>別のものを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/restore.py"/>
        <source>This is not a backup of Warifu.</source>
        <translation>Warifu のバックアップではありません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/restore.py"/>
        <source>Choose another file.</source>
        <translation>別のファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>This vault was changed by a newer Warifu and can only be read here.</source>
        <translation>この保管庫はより新しい Warifu で変更されたため、ここでは読み取りだけができます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>Another program keeps changing the vault file.</source>
        <translation>別のプログラムが保管庫のファイルを変更し続けています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>Nothing is lost. Try again.</source>
        <translation>何も失われていません。もう一度試してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>A newer Warifu changed the vault.</source>
        <translation>より新しい Warifu が保管庫を変更しました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>The vault was given a new key and password elsewhere.</source>
        <translation>保管庫の鍵とパスワードが、ほかの場所で新しくなりました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>Changes made here since then are kept as long as Warifu runs.</source>
        <translation>その後ここで行った変更は、Warifu の実行中は保持されます。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>Lock Warifu and unlock it with the new password.</source>
        <translation>Warifu をロックし、新しいパスワードで解除してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>Another vault lies where this one was.</source>
        <translation>この保管庫の場所に別の保管庫があります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>Nothing was overwritten. Lock Warifu and open it again.</source>
        <translation>何も上書きしていません。Warifu をロックして、もう一度開いてください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>The vault did not come back from the disk as it was written.</source>
        <translation>保管庫をディスクから読み直すと、書いたものと異なっていました。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>The former file is in place again, and the change is kept as long as Warifu runs.</source>
        <translation>以前のファイルを元に戻しました。変更は Warifu を終了するまで残ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/saving.py"/>
        <source>The disk may be failing: make a copy of the vault on another one.</source>
        <translation>ディスクが故障しかけているかもしれません。保管庫のコピーを別のディスクに取ってください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/shrink.py"/>
        <source>It was refused, and the vault is as it was.</source>
        <translation>保存を取りやめ、保管庫は元のままです。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/shrink.py"/>
        <source>Lock and unlock Warifu. If it happens again, restore a backup.</source>
        <translation>Warifu をロックして開き直してください。また起きるときは、バックアップから復元してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/shrink.py"/>
        <source>This would make {count} accounts vanish that nobody deleted.</source>
        <translation>削除していない {count} 件のアカウントが失われるところでした。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>Its list of keys is not as Warifu writes it.</source>
        <translation>鍵の一覧が Warifu の書き方と異なります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>One of its keys is not as Warifu writes it.</source>
        <translation>鍵の 1 つが Warifu の書き方と異なります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>It has more passwords or codes than Warifu allows.</source>
        <translation>パスワードまたはコードの数が、Warifu の上限を超えています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/slots.py"/>
        <source>There is not enough free memory to check the password.</source>
        <translation>パスワードを確かめるための空きメモリが足りません。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/ways.py"/>
        <source>The password always opens the vault.</source>
        <translation>パスワードは、いつでも保管庫を開けるように残ります。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/ways.py"/>
        <source>Change it instead of removing it.</source>
        <translation>取り除くかわりに変更してください。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/ways.py"/>
        <source>The vault has as many ways to unlock as it can have.</source>
        <translation>ロック解除の方法が上限に達しています。</translation>
    </message>
    <message>
        <location filename="../../app/warifu/vault/ways.py"/>
        <source>Remove one first.</source>
        <translation>先にどれかを取り除いてください。</translation>
    </message>
</context>
</TS>
