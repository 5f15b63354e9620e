import Fetching

/// How a run asks for pages.
package struct VisitSettings: Sendable {
    /// What is done with robots.txt.
    package enum Robots: String, Sendable, CaseIterable {
        /// Fetched and kept with the capture, not obeyed: a person names single pages.
        case record
        /// Fetched, kept and obeyed.
        case obey
        /// Not fetched.
        case ignore
    }

    /// What the program says it is.
    package let userAgent: String
    /// What is done with robots.txt.
    package var robots = Robots.record
    /// The fields that are sent to the host of the page alone, and recorded as `[withheld]`.
    package var secrets: [FetchRequest.Field] = []
    /// Whether private addresses may be asked.
    package var allowsPrivate = false
    /// Whether a certificate that does not hold is accepted.
    package var allowsBadCertificates = false
    /// The bounds of each exchange.
    package var limits = FetchLimits()

    /// Makes the usual settings.
    /// - Parameters:
    ///   - version: the program's version.
    ///   - site: the address of the newsroom's site, where one finds out who asks.
    package init(version: String, site: String) {
        // A name that could end the line or the comment is no address anyway.
        let address = site.filter { $0.isASCII && !$0.isWhitespace && !"()".contains($0) }
        userAgent = "Assay/\(version) (+\(address))"
    }
}
