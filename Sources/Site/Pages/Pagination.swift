/// The division of long lists into pages.
enum Pagination {
    /// The number of entries on a page.
    static let pageSize = 50

    /// The number of pages of a list; an empty list has one.
    static func pageCount(of entryCount: Int) -> Int {
        max(1, (entryCount + pageSize - 1) / pageSize)
    }

    /// The entries of a page, counted from 1.
    static func entries<Entries: RandomAccessCollection>(
        _ all: Entries,
        page number: Int
    ) -> Entries.SubSequence {
        all.dropFirst((number - 1) * pageSize).prefix(pageSize)
    }
}
