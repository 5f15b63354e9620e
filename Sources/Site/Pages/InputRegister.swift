import Newsroom
import Synchronization

/// The number of a `PageInput` among all that the pages of one edition can be made from.
package struct InputNumber: Hashable, Comparable, Sendable {
    /// The number.
    package let value: Int32

    /// Takes a number that is one.
    package init(_ value: Int) { self.value = Int32(truncatingIfNeeded: value) }

    /// All records without their texts, and what happened to all claims: the same number in every edition.
    package static let everything = InputNumber(0)

    /// Orders by number.
    package static func < (left: InputNumber, right: InputNumber) -> Bool { left.value < right.value }
}

/// Gives numbers to all that the pages of an edition can be made from.
///
/// A page notes dozens of things, most of which other pages note too. As numbers they are noted, sorted and kept without
/// hashing a name or counting a reference. Those of records follow from the records' own numbers; others are numbered as they come.
package final class InputRegister: Sendable {
    private struct Others {
        var numbers: [PageInput: InputNumber] = [:]
        var inputs: [PageInput] = []
    }

    private let records: RecordNumbers
    private let others = Mutex(Others())
    /// The number of the first input that is no part of a record.
    private let firstOther: Int

    init(of records: RecordNumbers) {
        self.records = records
        firstOther = 1 + records.count * RecordPart.allCases.count
    }

    /// How many numbers there are.
    package var count: Int { firstOther + others.withLock(\.inputs.count) }

    /// The number of an input.
    package func number(of input: PageInput) -> InputNumber {
        if input == .everything { return .everything }
        return numberOfPart(input) ?? others.withLock { number(of: input, among: &$0) }
    }

    /// The numbers of inputs that are no parts of records that there are, in any order.
    func numbers(ofOthers inputs: Set<PageInput>) -> [InputNumber] {
        others.withLock { others in inputs.map { number(of: $0, among: &others) } }
    }

    /// The input of a number.
    package func input(_ number: InputNumber) -> PageInput {
        if number == .everything { return .everything }
        guard let (part, record) = part(number) else {
            return others.withLock { $0.inputs[Int(number.value) - firstOther] }
        }
        return PageInput(part, of: RecordKey(of: records.record(record)))
    }

    /// The number of a part of a record, by the record's number.
    func number(_ part: RecordPart, ofRecord record: Int) -> InputNumber {
        InputNumber(1 + record * RecordPart.allCases.count + part.rawValue)
    }

    /// The number of an input that is a part of a record; nil for others, and where there is no such record.
    package func numberOfPart(_ input: PageInput) -> InputNumber? {
        guard let (part, key) = input.part, let record = records.number(key.kind, key.id) else { return nil }
        return number(part, ofRecord: record)
    }

    /// The part and the number of the record behind an input's number; nil where it is none of a record that there is.
    func part(_ number: InputNumber) -> (part: RecordPart, record: Int)? {
        let place = Int(number.value) - 1
        guard place >= 0, place < firstOther - 1 else { return nil }
        let (record, part) = place.quotientAndRemainder(dividingBy: RecordPart.allCases.count)
        return RecordPart(rawValue: part).map { ($0, record) }
    }

    private func number(of input: PageInput, among others: inout Others) -> InputNumber {
        if let number = others.numbers[input] { return number }
        let number = InputNumber(firstOther + others.inputs.count)
        others.numbers[input] = number
        others.inputs.append(input)
        return number
    }
}
