import Newsroom
import Synchronization

/// The number of a `PageInput` in the register of one edition.
package struct InputNumber: Hashable, Comparable, Sendable {
    /// The value, from 0.
    package let value: Int32

    /// Makes a number from an integer within 32 bits.
    package init(_ value: Int) { self.value = Int32(truncatingIfNeeded: value) }

    /// The number of `PageInput.everything`, the same in every edition.
    package static let everything = InputNumber(0)

    /// Orders by number.
    package static func < (left: InputNumber, right: InputNumber) -> Bool { left.value < right.value }
}

/// A two-way table between the dependencies of an edition's pages and their numbers.
///
/// A page has dozens of dependencies and shares most of them with other pages. As numbers they are collected, sorted and
/// stored without hashing strings or counting references. A record's parts have numbers computed from the record's own;
/// all other inputs are numbered at first use.
package final class InputRegister: Sendable {
    private struct Others {
        var numbers: [PageInput: InputNumber] = [:]
        var inputs: [PageInput] = []
    }

    private let records: RecordNumbers
    private let others = Mutex(Others())
    /// The number of the first input outside all records.
    private let firstOther: Int

    init(of records: RecordNumbers) {
        self.records = records
        firstOther = 1 + records.count * RecordPart.allCases.count
    }

    /// The number of inputs so far; all smaller numbers are in use.
    package var count: Int { firstOther + others.withLock(\.inputs.count) }

    /// The number of an input.
    package func number(of input: PageInput) -> InputNumber {
        if input == .everything { return .everything }
        return numberOfPart(input) ?? others.withLock { number(of: input, among: &$0) }
    }

    /// The numbers of inputs outside all existing records, in any order.
    func numbers(ofOthers inputs: Set<PageInput>) -> [InputNumber] {
        others.withLock { others in inputs.map { number(of: $0, among: &others) } }
    }

    /// The input with a number from this register.
    package func input(_ number: InputNumber) -> PageInput {
        if number == .everything { return .everything }
        guard let (part, record) = part(number) else {
            return others.withLock { $0.inputs[Int(number.value) - firstOther] }
        }
        return PageInput(part, of: RecordKey(of: records.record(record)))
    }

    /// The number of a record's part, computed from the record's number.
    func number(_ part: RecordPart, ofRecord record: Int) -> InputNumber {
        InputNumber(1 + record * RecordPart.allCases.count + part.rawValue)
    }

    /// The number of an input that is a part of an existing record; nil for any other input.
    package func numberOfPart(_ input: PageInput) -> InputNumber? {
        guard let (part, key) = input.part, let record = records.number(key.kind, key.id) else { return nil }
        return number(part, ofRecord: record)
    }

    /// The record part with an input's number, and the record's own number; nil if the input is no part of a record.
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
