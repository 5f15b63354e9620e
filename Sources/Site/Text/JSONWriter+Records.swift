import Diagnostics
import Newsroom

extension JSONWriter {
    /// Writes a date as a member (ISO 8601); nothing for nil.
    mutating func add(_ name: StaticString, _ date: CalendarDate?) {
        guard let date else { return }
        add(name, date.description)
    }

    /// Writes a date or span as a member (ISO 8601, with a slash for a span); nothing for nil.
    mutating func add(_ name: StaticString, _ span: DateSpan?) {
        guard let span else { return }
        add(name, span.description)
    }

    /// Writes a member with a function; nothing for nil.
    mutating func add<Value>(
        _ name: StaticString,
        _ value: Value?,
        _ write: (Value, inout JSONWriter) -> Void
    ) {
        guard let value else { return }
        self.name(name)
        write(value, &self)
    }

    /// Writes an array as a member, its elements with a function.
    mutating func array<Element>(
        _ name: StaticString,
        _ elements: some Sequence<Element>,
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        array(name) { json in for element in elements { write(element, &json) } }
    }

    /// Writes an array of strings as a member.
    mutating func array(_ name: StaticString, _ texts: [String]) {
        array(name) { json in for text in texts { json.add(text) } }
    }

    /// Writes an array as a member, unless it is empty.
    mutating func arrayUnlessEmpty<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ write: (Element, inout JSONWriter) -> Void
    ) {
        if !elements.isEmpty { array(name, elements, write) }
    }

    /// Writes an array of strings as a member, unless it is empty.
    mutating func arrayUnlessEmpty(_ name: StaticString, _ texts: [String]) {
        if !texts.isEmpty { array(name, texts) }
    }

    /// Writes a property as JSON-LD does: nothing for no element, the element itself for one, an array for several.
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

    /// Hands over the bytes once they fill a piece, so that a long file is never complete in memory.
    mutating func handOver(to take: ([UInt8]) -> Void) {
        guard bytes.count >= FileContent.pieceSize else { return }
        take(self.take())
        reserveCapacity(FileContent.pieceSize * 9 / 8)
    }
}
