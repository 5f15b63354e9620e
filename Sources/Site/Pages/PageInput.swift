import Newsroom

/// Something that a page is made from, besides the settings, the words and its templates.
///
/// As long as everything that a page read when it was made is the same, the page is the same: that lets a
/// build leave it alone.
public enum PageInput: Hashable, Sendable {
    /// A record, or that there is none.
    case record(RecordKey)
    /// Which records point at this one.
    case mentions(of: RecordKey)
    /// Which claims are rated so.
    case claims(ruled: String)
    /// Which claims are about this topic.
    case claims(about: String)
    /// Which claims were rated in this year or month.
    case claims(publishedIn: CalendarDate)
    /// Which records of a kind there are.
    case all(RecordKind)
    /// What happened to a claim, by its id.
    case history(of: String)
    /// What happened to all claims.
    case histories
}
