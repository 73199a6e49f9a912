"""What people call the services that they use with two-factor codes, and under which domains these live.

A line a service: slug of its brand; other names; domains. A name that is also an everyday word stands in
``EVERYDAY`` and fits a whole title alone.
"""

from __future__ import annotations

_TABLE = """
aws; aws, amazon web services, アマゾンウェブサービス, aws root, aws console; aws.amazon.com, amazonaws.com, awsapps.com
amazon; amazon, アマゾン, amazon co jp; amazon.com, amazon.co.jp, amazon.co.uk, amazon.de, amazon.fr
google; google, gmail, グーグル, google workspace, g suite; google.com, accounts.google.com, google.co.jp
microsoft; microsoft, マイクロソフト, microsoft 365, office 365, hotmail, live com, entra id; microsoft.com, live.com, microsoftonline.com, office.com
microsoft-azure; azure, microsoft azure, azure ad; azure.com, portal.azure.com
microsoft-outlook; outlook, microsoft outlook; outlook.com
github; github, ギットハブ; github.com
gitlab; gitlab; gitlab.com
bitbucket; bitbucket; bitbucket.org
atlassian; atlassian; atlassian.com, atlassian.net, id.atlassian.com
jira; jira; jira.com
trello; trello; trello.com
wordpress; wordpress, wordpress com, ワードプレス; wordpress.com, wordpress.org
facebook; facebook, フェイスブック; facebook.com, fb.com
meta; meta; meta.com
instagram; instagram, インスタグラム, インスタ; instagram.com
x; x, twitter, ツイッター, x twitter; x.com, twitter.com
discord; discord, ディスコード; discord.com, discordapp.com
slack; slack, スラック; slack.com
dropbox; dropbox, ドロップボックス; dropbox.com
paypal; paypal, ペイパル; paypal.com
stripe; stripe; stripe.com
cloudflare; cloudflare, クラウドフレア; cloudflare.com
digitalocean; digitalocean, digital ocean; digitalocean.com
linode; linode; linode.com
akamai; akamai; akamai.com
vultr; vultr; vultr.com
hetzner; hetzner; hetzner.com, hetzner.cloud
ovh; ovh, ovhcloud; ovh.com, ovhcloud.com
npm; npm, npmjs; npmjs.com
pypi; pypi, python package index; pypi.org
rubygems; rubygems; rubygems.org
docker; docker, docker hub; docker.com, hub.docker.com
zoom; zoom, ズーム; zoom.us, zoom.com
okta; okta; okta.com
auth0; auth0; auth0.com
nintendo-switch; nintendo, 任天堂, ニンテンドー, nintendo account, nintendo switch; nintendo.com, nintendo.co.jp
playstation; playstation, psn, プレイステーション, プレステ, playstation network, sony playstation; playstation.com, sonyentertainmentnetwork.com
sony; sony, ソニー; sony.com
xbox; xbox; xbox.com
steam; steam, スチーム; steampowered.com, steamcommunity.com
epicgames; epic games, epic; epicgames.com
ubisoft; ubisoft, uplay; ubisoft.com, ubi.com
ea; ea, electronic arts, origin; ea.com
battledotnet; battle net, battlenet, blizzard, blizzard entertainment; battle.net, blizzard.com
rockstargames; rockstar games, rockstar; rockstargames.com
riotgames; riot games, riot, league of legends, valorant; riotgames.com
squareenix; square enix, スクウェアエニックス, スクエニ, final fantasy xiv, ff14; square-enix.com
roblox; roblox, ロブロックス; roblox.com
twitch; twitch; twitch.tv
reddit; reddit; reddit.com
linkedin; linkedin, リンクトイン; linkedin.com
protonmail; proton mail, protonmail; protonmail.com
proton; proton; proton.me, account.proton.me
tuta; tuta, tutanota; tuta.com, tutanota.com
mailchimp; mailchimp; mailchimp.com
mailgun; mailgun; mailgun.com
shopify; shopify; shopify.com
wix; wix; wix.com
squarespace; squarespace; squarespace.com
namecheap; namecheap; namecheap.com
godaddy; godaddy; godaddy.com
gandi; gandi; gandi.net
porkbun; porkbun; porkbun.com
bitwarden; bitwarden, vaultwarden; bitwarden.com, bitwarden.eu
1password; 1password, one password; 1password.com
lastpass; lastpass; lastpass.com
dashlane; dashlane; dashlane.com
keeper; keeper, keeper security; keepersecurity.com
nordvpn; nordvpn, nord account; nordvpn.com, nordaccount.com
evernote; evernote, エバーノート; evernote.com
notion; notion, notion so; notion.so, notion.com
figma; figma; figma.com
salesforce; salesforce, セールスフォース; salesforce.com, force.com
hubspot; hubspot; hubspot.com
zoho; zoho; zoho.com
zendesk; zendesk; zendesk.com
snapchat; snapchat; snapchat.com
tiktok; tiktok, ティックトック; tiktok.com
pinterest; pinterest; pinterest.com
tumblr; tumblr; tumblr.com
patreon; patreon; patreon.com
kickstarter; kickstarter; kickstarter.com
robinhood; robinhood; robinhood.com
wise; wise, transferwise; wise.com
revolut; revolut; revolut.com
n26; n26; n26.com
coinbase; coinbase; coinbase.com
binance; binance, バイナンス; binance.com
kucoin; kucoin; kucoin.com
okx; okx, okex; okx.com
rakuten; rakuten, 楽天, 楽天市場, 楽天証券, 楽天銀行; rakuten.co.jp, rakuten.com, rakuten-sec.co.jp
line; line, ライン; line.me
yahoo; yahoo, yahoo japan, ヤフー, yahoo id; yahoo.com, yahoo.co.jp
niconico; niconico, ニコニコ, ニコニコ動画; nicovideo.jp
pixiv; pixiv, ピクシブ; pixiv.net
qiita; qiita; qiita.com
zenn; zenn; zenn.dev
hatenabookmark; hatena, はてな; hatena.ne.jp
note; note, ノート; note.com
uniqlo; uniqlo, ユニクロ; uniqlo.com
anthropic; anthropic; anthropic.com
claude; claude, claude ai; claude.ai
huggingface; hugging face, huggingface; huggingface.co
apple; apple, apple id, icloud, アップル; apple.com, icloud.com
vercel; vercel; vercel.com
netlify; netlify; netlify.com
render; render; render.com
fly; fly, fly io; fly.io
railway; railway; railway.app
supabase; supabase; supabase.com
mongodb; mongodb, mongodb atlas; mongodb.com
datadog; datadog; datadoghq.com
sentry; sentry; sentry.io
newrelic; new relic; newrelic.com
grafana; grafana; grafana.com
pagerduty; pagerduty; pagerduty.com
circleci; circleci; circleci.com
travisci; travis ci; travis-ci.com
terraform; terraform, terraform cloud; terraform.io
hashicorp; hashicorp; hashicorp.com
alibabacloud; alibaba cloud, aliyun; alibabacloud.com, aliyun.com
scaleway; scaleway; scaleway.com
fastly; fastly; fastly.com
unity; unity, ユニティ; unity.com, unity3d.com
unrealengine; unreal engine; unrealengine.com
itchdotio; itch io; itch.io
humblebundle; humble bundle; humblebundle.com
gogdotcom; gog, gog com; gog.com
wikipedia; wikipedia, ウィキペディア; wikipedia.org
mastodon; mastodon; mastodon.social, mastodon.online
bluesky; bluesky, bsky; bsky.app, bsky.social
threads; threads; threads.net
mozilla; mozilla; mozilla.org
firefoxbrowser; firefox, firefox account, mozilla account; accounts.firefox.com, firefox.com
opera; opera; opera.com
brave; brave; brave.com
vivaldi; vivaldi; vivaldi.com
teamviewer; teamviewer; teamviewer.com
anydesk; anydesk; anydesk.com
tailscale; tailscale; tailscale.com
synology; synology, synology nas; synology.com
qnap; qnap; qnap.com
ubiquiti; ubiquiti, unifi, ui com; ui.com, ubnt.com
nextcloud; nextcloud; nextcloud.com
owncloud; owncloud; owncloud.com
homeassistant; home assistant; home-assistant.io
proxmox; proxmox, proxmox ve; proxmox.com
cpanel; cpanel; cpanel.net
plesk; plesk; plesk.com
joomla; joomla; joomla.org
drupal; drupal; drupal.org
etsy; etsy; etsy.com
ebay; ebay, イーベイ; ebay.com
airbnb; airbnb; airbnb.com, airbnb.jp
uber; uber, ウーバー, uber eats; uber.com
grammarly; grammarly; grammarly.com
asana; asana; asana.com
clickup; clickup; clickup.com
airtable; airtable; airtable.com
miro; miro; miro.com
todoist; todoist; todoist.com
intercom; intercom; intercom.com
box; box, box com; box.com
mega; mega, mega nz; mega.nz, mega.io
backblaze; backblaze; backblaze.com
microsoft-teams; microsoft teams; teams.microsoft.com
xero; xero; xero.com
quickbooks; quickbooks; quickbooks.intuit.com
intuit; intuit, turbotax; intuit.com
gusto; gusto; gusto.com
square; square; squareup.com
klarna; klarna; klarna.com
payoneer; payoneer; payoneer.com
monzo; monzo; monzo.com
tesla; tesla; tesla.com
ring; ring; ring.com
philipshue; philips hue; meethue.com
fitbit; fitbit; fitbit.com
garmin; garmin; garmin.com
strava; strava; strava.com
duolingo; duolingo; duolingo.com
coursera; coursera; coursera.org
udemy; udemy; udemy.com
khanacademy; khan academy; khanacademy.org
stackoverflow; stack overflow; stackoverflow.com
hackerone; hackerone; hackerone.com
bugcrowd; bugcrowd; bugcrowd.com
tryhackme; tryhackme; tryhackme.com
hackthebox; hack the box; hackthebox.com
keybase; keybase; keybase.io
letsencrypt; lets encrypt; letsencrypt.org
redhat; red hat; redhat.com
ubuntu; ubuntu, ubuntu one, canonical; ubuntu.com, login.ubuntu.com
debian; debian; debian.org
fedora; fedora; fedoraproject.org
opensuse; opensuse; opensuse.org
jetbrains; jetbrains; jetbrains.com
postman; postman; postman.com
algolia; algolia; algolia.com
contentful; contentful; contentful.com
sanity; sanity; sanity.io
gitea; gitea; gitea.com
codeberg; codeberg; codeberg.org
forgejo; forgejo; forgejo.org
kaggle; kaggle; kaggle.com
qq; qq; qq.com
wechat; wechat, weixin; wechat.com
alipay; alipay; alipay.com
samsung; samsung; samsung.com
xiaomi; xiaomi; xiaomi.com
huawei; huawei; huawei.com
sap; sap; sap.com
cisco; cisco, duo; cisco.com
vmware; vmware; vmware.com
citrix; citrix; citrix.com
fortinet; fortinet; fortinet.com
freelancer; freelancer; freelancer.com
upwork; upwork; upwork.com
fiverr; fiverr; fiverr.com
buymeacoffee; buy me a coffee; buymeacoffee.com
kofi; ko fi, kofi; ko-fi.com
gumroad; gumroad; gumroad.com
substack; substack; substack.com
medium; medium; medium.com
ghost; ghost; ghost.org
hostinger; hostinger; hostinger.com
ionos; ionos; ionos.com
wpengine; wp engine; wpengine.com
telegram; telegram, テレグラム; telegram.org
whatsapp; whatsapp; whatsapp.com
signal; signal; signal.org
"""

EVERYDAY = frozenset(
    [
        "apple",
        "box",
        "brave",
        "claude",
        "duo",
        "ea",
        "epic",
        "fly",
        "ghost",
        "gusto",
        "intercom",
        "keeper",
        "line",
        "max",
        "medium",
        "mega",
        "meta",
        "mi",
        "note",
        "notion",
        "opera",
        "origin",
        "proton",
        "railway",
        "render",
        "ring",
        "riot",
        "sanity",
        "signal",
        "sony",
        "square",
        "steam",
        "stripe",
        "target",
        "teams",
        "threads",
        "unity",
        "wise",
        "x",
        "zoom",
        "ノート",
        "ライン",
    ]
)


def services() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Slug to names and domains."""
    rows = (line.split(";") for line in _TABLE.strip().splitlines())
    return {row[0].strip(): (_items(row, 1), _items(row, 2)) for row in rows}


def domains() -> dict[str, str]:
    """Domain to slug."""
    return {domain: slug for slug, (_, found) in services().items() for domain in found}


def _items(row: list[str], column: int) -> tuple[str, ...]:
    return tuple(item.strip() for item in row[column].split(",") if item.strip()) if len(row) > column else ()
