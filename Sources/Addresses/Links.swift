import Encodings
import Newsroom

/// How the links of one file are written.
///
/// Links are relative, so that the folder works at a domain's root, under a sub-path and opened from a
/// disk. Only a file that a host serves at any address (`404.html`), or that leaves the site (feeds, embedded
/// cards), has absolute ones: the first without a host.
package struct Links: Hashable, Sendable {
    private let prefix: String
    private let form: LinkForm
    /// Whether the file is read elsewhere than on the site, without its style sheet and scripts.
    package var leaveSite: Bool { prefix.contains("://") }

    /// Relative links from a file.
    package init(from route: Route, _ form: LinkForm = .files) {
        prefix = String(repeating: "../", count: route.depth)
        self.form = form
    }

    /// Absolute links.
    ///
    /// - Parameter site: where the site is published, or its path on any host; ends in `/`.
    package init(site: String, _ form: LinkForm = .files) {
        prefix = site
        self.form = form
    }

    /// The fragment that a locator in a medium is: a time, `t=12`, or a page, `page=3`; nil for other words.
    package static func mediaFragment(_ locator: String?) -> String? {
        guard let locator, locator.hasPrefix("t=") || locator.hasPrefix("page="),
            locator.utf8.allSatisfy({ byte in
                (0x30...0x3A).contains(byte) || (0x61...0x7A).contains(byte)
                    || [UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "&")].contains(
                        byte
                    )
            })
        else { return nil }
        return locator
    }

    /// The address of a medium's file at a time or a page in it, by a fragment that `mediaFragment` gave.
    package func to(medium route: Route, at fragment: String?) -> String {
        // Browsers do not decode the `=` of a time or a page.
        to(route) + (Self.mediaFragment(fragment).map { "#" + $0 } ?? "")
    }

    /// The value of an `href` or `src` attribute, not yet escaped for HTML.
    package func to(_ route: Route, fragment: String? = nil) -> String {
        let path = route.path(in: form)
        // From a page to its own folder, nothing would be left, and that is the page with its query.
        let address = prefix.isEmpty && path.isEmpty ? "./" : prefix + path
        return fragment.map { address + "#" + PercentEncoding.component($0) } ?? address
    }
}
