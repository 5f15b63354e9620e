import Newsroom

/// The records on one page of a list.
struct ListedRecords<Element: Record> {
    let entries: [Element]
    /// The number of records on all pages.
    let total: Int
}
