import Captures
import Newsroom

/// An address that is watched, with what the newsroom holds of it.
package struct WatchSubject: Sendable {
    /// The record whose address it is.
    package let record: CapturedRecord
    /// The address as typed.
    package let url: String
    /// The capture that the newsroom stands on: that of the record's snapshot, else the newest usable one; nil if there is none.
    package let capture: Capture?
    /// The quotations that rulings and claims have from it.
    package let quotes: [String]

    /// Makes a subject.
    package init(record: CapturedRecord, url: String, capture: Capture?, quotes: [String]) {
        self.record = record
        self.url = url
        self.capture = capture
        self.quotes = quotes
    }
}
