import Diagnostics
import Newsroom

extension JSONWriter {
    /// Adds a member that is a date.
    mutating func add(_ name: StaticString, _ date: CalendarDate?) {
        guard let date else { return }
        add(name, date.description)
    }

    /// Adds a member that is a date as precise as it is known, or a span with a slash (ISO 8601).
    mutating func add(_ name: StaticString, _ span: DateSpan?) {
        guard let span else { return }
        add(name, span.description)
    }

    /// Adds a member that a function writes; nothing when there is no value.
    mutating func add<Value>(
        _ name: StaticString,
        _ value: Value?,
        _ write: (Value, inout JSONWriter) -> Void
    ) {
        guard let value else { return }
        self.name(name)
        write(value, &self)
    }

    /// Adds a member that is an array, whose elements a function writes.
    mutating func array<Element>(
        _ name: StaticString,
        _ elements: some Sequence<Element>,
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        array(name) { json in for element in elements { write(element, &json) } }
    }

    /// Adds a member that is an array of strings.
    mutating func array(_ name: StaticString, _ texts: [String]) {
        array(name) { json in for text in texts { json.add(text) } }
    }

    /// Adds a member that is an array, unless there is nothing to be in it.
    mutating func arrayUnlessEmpty<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        if !elements.isEmpty { array(name, elements, write) }
    }

    /// Adds a member that is an array of strings, unless there are none.
    mutating func arrayUnlessEmpty(_ name: StaticString, _ texts: [String]) {
        if !texts.isEmpty { array(name, texts) }
    }

    /// Adds nothing for none, the value itself for one, and an array for several: how JSON-LD writes properties.
    mutating func oneOrMany<Element>(
        _ name: StaticString,
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
        guard bytes.count >= FileContent.pieceSize else { return }
        take(self.take())
        reserveCapacity(FileContent.pieceSize * 9 / 8)
    }
}
