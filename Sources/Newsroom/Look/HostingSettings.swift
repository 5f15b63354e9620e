import Diagnostics

/// The settings in `hosting`: files for web hosts and search engines.
package struct HostingSettings: Sendable {
    /// A path of an earlier site, and what took its place.
    package struct Redirect: Hashable, Sendable {
        /// The path, from the host's root.
        package let from: String
        /// A path from the host's root, or an address.
        package let to: String
    }

    /// Whether there is a file `_headers` (Netlify, Cloudflare Pages).
    package var writesHeaders = false
    /// Whether there is a file `.nojekyll` (GitHub Pages).
    package var writesNoJekyll = false
    /// Whether there is a sitemap of the news of two days.
    package var writesNewsSitemap = false
    /// The lines of the file `_redirects` (Netlify, Cloudflare Pages, GitLab Pages).
    package var redirects: [Redirect] = []
    /// The key with which addresses are reported (https://www.indexnow.org).
    package var indexNowKey: String?
    /// The hub that tells subscribers of feeds what is new (WebSub).
    package var hub: Located<String>?

    /// Makes settings that ask for nothing.
    package init() {}
}

extension HostingSettings {
    static let fields: [FieldDescription] = [
        .init("headers", .flag, .ofTheSite, "whether to write `_headers`, for hosts that read it"),
        .init("nojekyll", .flag, .ofTheSite, "whether to write `.nojekyll`, for GitHub Pages"),
        .init("news-sitemap", .flag, .ofTheSite, "whether to write `news-sitemap.xml`"),
        .init("redirects", .list(.group(redirectFields)), .ofTheSite, "old paths, written to `_redirects`"),
        .init("indexnow", .text, .ofTheSite, "the key with which changed addresses are reported"),
        .init("websub", .address, .ofTheSite, "the hub that feeds name"),
    ]

    private static let redirectFields: [FieldDescription] = [
        .init("from", .text, .ofTheSite, needed: true, "the old path, from the host's root"),
        .init("to", .text, .ofTheSite, needed: true, "the new path or address"),
    ]

    init(_ fields: inout FieldReader) {
        self.init()
        writesHeaders = fields.flag("headers")
        writesNoJekyll = fields.flag("nojekyll")
        writesNewsSitemap = fields.flag("news-sitemap")
        redirects = fields.groups("redirects", owner: "a redirect") { Redirect(&$0) }
        indexNowKey = fields.text("indexnow").flatMap { fields.indexNowKey($0) }
        hub = fields.text("websub")
    }
}

extension HostingSettings.Redirect {
    fileprivate init?(_ fields: inout FieldReader) {
        let from = fields.text("from")
        let to = fields.text("to")
        guard let from, let to else { return nil }
        var isUsable = true
        for (name, path) in [("from", from), ("to", to)] {
            let isAddress = name == "to" && path.value.hasPrefix("https://")
            let isPath = path.value.hasPrefix("/") && !path.value.hasPrefix("//")
            guard !(isAddress || isPath) || path.value.contains(where: \.isWhitespace) else { continue }
            isUsable = false
            fields.report(
                .wrongType,
                "`\(name)` cannot be `\(path.value)`",
                at: path.range,
                help: name == "from"
                    ? "write a path like `/old/page`, without blanks"
                    : "write a path like `/claims/an-id/`, or an `https://` address, without blanks"
            )
        }
        guard isUsable else { return nil }
        self.init(from: from.value, to: to.value)
    }
}

extension FieldReader {
    /// A key as the protocol has it: 8 to 128 letters, digits and hyphens.
    fileprivate mutating func indexNowKey(_ typed: Located<String>) -> String? {
        let key = typed.value
        let isKey =
            (8...128).contains(key.utf8.count)
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
                default: false
                }
            }
        if isKey { return key }
        report(
            .wrongType,
            "this is no key of IndexNow",
            at: typed.range,
            help: "make one of 8 to 128 letters, digits and hyphens: `openssl rand -hex 16`"
        )
        return nil
    }
}
