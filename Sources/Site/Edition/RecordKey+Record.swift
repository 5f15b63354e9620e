import Newsroom

extension RecordKey {
    /// The key of a record.
    init<Element: Record>(of record: Element) { self.init(Element.kind, record.id) }
}
