"""The 150 services that are protected most often by TOTP codes, as their titles or issuers stand in apps.

Chosen from what is known in general of the use of such services, in the West and in Japan. Services that
offer no TOTP (bank and phone apps with codes of their own, WhatsApp, Mercari, LINE) are left out. An
empty slug: no set of icons has the brand, and the account gets its letter.
"""

MOST_USED = (
    ("Google", "google"), ("Microsoft", "microsoft"), ("Facebook", "facebook"),
    ("Instagram", "instagram"), ("Amazon", "amazon"), ("Amazon Web Services", "aws"),
    ("GitHub", "github"), ("GitLab", "gitlab"), ("Bitbucket", "bitbucket"), ("Discord", "discord"),
    ("Dropbox", "dropbox"), ("PayPal", "paypal"), ("X", "x"), ("LinkedIn", "linkedin"),
    ("Reddit", "reddit"), ("Twitch", "twitch"), ("Slack", "slack"), ("Zoom", "zoom"),
    ("Snapchat", "snapchat"), ("TikTok", "tiktok"), ("Pinterest", "pinterest"), ("Tumblr", "tumblr"),
    ("Mastodon", "mastodon"), ("Bluesky", "bluesky"), ("Patreon", "patreon"),
    ("Kickstarter", "kickstarter"), ("Steam", "steam"), ("Epic Games", "epicgames"),
    ("Ubisoft", "ubisoft"), ("Electronic Arts", "ea"), ("Battle.net", "battledotnet"),
    ("Rockstar Games", "rockstargames"), ("Riot Games", "riotgames"), ("Roblox", "roblox"),
    ("Nintendo Account", "nintendo-switch"), ("PlayStation Network", "playstation"), ("Xbox", "xbox"),
    ("Square Enix", "squareenix"), ("GOG.com", "gogdotcom"), ("Humble Bundle", "humblebundle"),
    ("itch.io", "itchdotio"), ("Unity", "unity"), ("Cloudflare", "cloudflare"),
    ("DigitalOcean", "digitalocean"), ("Linode", "linode"), ("Vultr", "vultr"), ("Hetzner", "hetzner"),
    ("OVHcloud", "ovh"), ("Heroku", "heroku"), ("Netlify", "netlify"), ("Vercel", "vercel"),
    ("Microsoft Azure", "microsoft-azure"), ("Google Cloud", "googlecloud"), ("Oracle Cloud", "oracle"),
    ("Alibaba Cloud", "alibabacloud"), ("npm", "npm"), ("PyPI", "pypi"), ("RubyGems.org", "rubygems"),
    ("Docker", "docker"), ("Atlassian", "atlassian"), ("Trello", "trello"), ("Notion", "notion"),
    ("Figma", "figma"), ("Asana", "asana"), ("ClickUp", "clickup"), ("Airtable", "airtable"),
    ("Miro", "miro"), ("Evernote", "evernote"), ("Adobe", "adobe"), ("Canva", "canva"),
    ("Salesforce", "salesforce"), ("HubSpot", "hubspot"), ("Zendesk", "zendesk"), ("Zoho", "zoho"),
    ("Intercom", "intercom"), ("Mailchimp", "mailchimp"), ("SendGrid", "sendgrid"), ("Twilio", "twilio"),
    ("Mailgun", "mailgun"), ("Stripe", "stripe"), ("Square", "square"), ("Shopify", "shopify"),
    ("Etsy", "etsy"), ("eBay", "ebay"), ("Wix", "wix"), ("Squarespace", "squarespace"),
    ("WordPress.com", "wordpress"), ("GoDaddy", "godaddy"), ("Namecheap", "namecheap"),
    ("Gandi", "gandi"), ("Porkbun", "porkbun"), ("IONOS", "ionos"), ("Fastmail", ""),
    ("Proton", "proton"), ("Tuta", "tuta"), ("Yahoo", "yahoo"), ("Mail.ru", "maildotru"),
    ("Bitwarden", "bitwarden"), ("1Password", "1password"), ("LastPass", "lastpass"),
    ("Dashlane", "dashlane"), ("Keeper", "keeper"), ("NordVPN", "nordvpn"), ("Okta", "okta"),
    ("Auth0", "auth0"), ("OpenAI", "openai"), ("Anthropic", "anthropic"), ("Hugging Face", "huggingface"),
    ("Coinbase", "coinbase"), ("Binance", "binance"), ("Kraken", "kraken"), ("Bitget", "bitget"),
    ("Bitstamp", "bitstamp"), ("Gemini", "gemini"), ("KuCoin", "kucoin"), ("OKX", "okx"),
    ("Bybit", "bybit"), ("Crypto.com", "cryptodotcom"), ("Robinhood", "robinhood"), ("Wise", "wise"),
    ("Revolut", "revolut"), ("Nextcloud", "nextcloud"), ("Synology", "synology"),
    ("Proxmox VE", "proxmox"), ("Home Assistant", "homeassistant"), ("Ubiquiti", "ubiquiti"),
    ("TeamViewer", "teamviewer"), ("Tailscale", "tailscale"), ("JetBrains", "jetbrains"),
    ("Mozilla", "mozilla"), ("Sentry", "sentry"), ("Datadog", "datadog"), ("Uber", "uber"),
    ("Grammarly", "grammarly"), ("Backblaze", "backblaze"), ("MEGA", "mega"), ("Xero", "xero"),
    ("HackerOne", "hackerone"), ("Wikipedia", "wikipedia"), ("楽天", "rakuten"), ("ニコニコ", "niconico"),
    ("pixiv", "pixiv"), ("サイボウズ", ""), ("freee", ""), ("マネーフォワード", ""),
    ("さくらインターネット", ""), ("Xserver", ""), ("bitFlyer", ""), ("Coincheck", ""), ("Chatwork", ""),
)  # fmt: skip

# Nintendo's own mark is in no set: its accounts show the sign of its console.
NOT_THE_MARK = frozenset(["Nintendo Account"])
