/// How the links of one file are written.
///
/// Links are relative, so that the folder works at a domain's root, under a sub-path and opened from a
/// disk. Only a file that a host serves at any address (`404.html`), or that leaves the site (feeds, embedded
/// cards), has absolute ones: the first without a host.
public struct Links: Hashable, Sendable {
    private let prefix: String

    /// Relative links from a file.
    public init(from route: Route) {
        prefix = String(repeating: "../", count: route.depth)
    }

    /// Absolute links.
    ///
    /// - Parameter site: where the site is published, or its path on any host; ends in `/`.
    public init(site: String) {
        prefix = site
    }

    /// The value of an `href` or `src` attribute, not yet escaped for HTML.
    public func to(_ route: Route, fragment: String? = nil) -> String {
        let address = prefix + route.linkPath
        return fragment.map { address + "#" + PercentEncoding.component($0) } ?? address
    }
}
