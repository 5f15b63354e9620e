import Diagnostics
import Newsroom

extension JSONWriter {
    /// Adds a member that is a date.
    mutating func add(_ name: String, _ date: CalendarDate?) {
        guard let date else { return }
        add(name, "\(date)")
    }

    /// Adds a member that is a date as precise as it is known, or a span with a slash (ISO 8601).
    mutating func add(_ name: String, _ span: DateSpan?) {
        guard let span else { return }
        add(name, "\(span)")
    }

    /// Adds a member that is an array, unless there is nothing to be in it.
    mutating func arrayUnlessEmpty<Element>(
        _ name: String,
        _ elements: [Element],
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        if !elements.isEmpty { array(name, elements, write) }
    }

    /// Adds a member that is an array of strings, unless there are none.
    mutating func arrayUnlessEmpty(_ name: String, _ texts: [String]) {
        if !texts.isEmpty { array(name, texts) }
    }

    /// Adds nothing for none, the value itself for one, and an array for several: how JSON-LD writes properties.
    mutating func oneOrMany<Element>(
        _ name: String,
        _ elements: [Element],
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        if elements.count == 1 {
            add(name, elements[0], write)
        } else {
            arrayUnlessEmpty(name, elements, write)
        }
    }

    /// Hands over what has been written when that is enough for a piece of a file, so that a long one is never whole in memory.
    mutating func handOver(to take: ([UInt8]) -> Void) {
        if bytes.count >= FileContent.pieceSize { take(self.take()) }
    }
}
