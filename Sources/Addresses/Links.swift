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

    /// The value of an `href` or `src` attribute, not yet escaped for HTML.
    package func to(_ route: Route, fragment: String? = nil) -> String {
        let path = route.path(in: form)
        // From a page to its own folder, nothing would be left, and that is the page with its query.
        let address = prefix.isEmpty && path.isEmpty ? "./" : prefix + path
        return fragment.map { address + "#" + PercentEncoding.component($0) } ?? address
    }
}
