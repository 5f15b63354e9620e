/// The pages of a list that is too long for one.
enum Pagination {
    /// How many entries a page shows.
    static let pageSize = 50

    /// How many pages a list fills; an empty list fills one.
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
