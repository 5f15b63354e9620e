import WARC

/// An archive's list of the copies of one address (RFC 7089), in link-format.
package struct TimeMap: Hashable, Sendable {
    /// An archived copy of a page at a time.
    package struct Memento: Hashable, Sendable {
        /// The copy's address.
        package let address: String
        /// When it was made.
        package let date: WARCDate
    }

    /// The copies, earliest first.
    package let mementos: [Memento]
    /// The addresses of further lists, where an archive has too many for one.
    package let pages: [String]

    /// Makes a list of copies.
    package init(mementos: [Memento], pages: [String] = []) {
        self.mementos = mementos.sorted { ($0.date, $0.address) < ($1.date, $1.address) }
        self.pages = pages
    }

    /// Reads a list. Links without a time are no copies.
    package init(_ bytes: [UInt8]) {
        let links = LinkFormat.links(in: bytes)
        let mementos = links.compactMap { link -> Memento? in
            guard link.relations.contains("memento"),
                let date = link["datetime"].flatMap({ WARCDate(http: $0) })
            else { return nil }
            return Memento(address: link.target, date: date)
        }
        // The list names itself, too.
        let pages = links.filter { $0.relations.contains("timemap") && !$0.relations.contains("self") }
        self.init(mementos: mementos, pages: pages.map(\.target))
    }

    /// The last copy up to a time, and the first one after it.
    package func nearest(to date: WARCDate) -> (before: Memento?, after: Memento?) {
        (mementos.last { $0.date <= date }, mementos.first { $0.date > date })
    }

    /// This list and others as one, each copy once.
    package func joined(with others: [TimeMap]) -> TimeMap {
        TimeMap(mementos: Array(Set(mementos + others.flatMap(\.mementos))))
    }
}
