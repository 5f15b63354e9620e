import Diagnostics
import Matching

extension SearchFiles {
    /// The largest number of choices in a filter, so that thousands of claimants are not sent to every reader. Those with fewer
    /// claims are found by name.
    private static let choiceLimit = 500

    /// Makes the files of the filters.
    /// - Returns: for each filter, the index of the first choice in each of its files.
    func makeChoices(
        _ take: (File) -> Void
    ) -> (rulings: [Int], topics: [Int], claimants: [Int]) {
        func make(_ name: String, _ choicesOf: (SearchDocument) -> [SearchDocument.Choice]) -> [Int] {
            let offered = Self.choices(documents, of: choicesOf)
            let places = Self.parts(offered.map { PostingsText.bytes(documents: $0.places) })
            take(
                Self.file(name) { json in
                    json.array { json in for offer in offered { offer.write(to: &json) } }
                }
            )
            Self.makeFiles(name, places.map(\.text), take)
            return places.map(\.start)
        }
        return (make("rulings") { [$0.ruling] }, make("topics", \.topics), make("claimants", \.claimants))
    }

    /// Lists of claims divided into parts of about equal size, each with the index of its first list.
    private static func parts(_ lists: [[UInt8]]) -> [(start: Int, text: [UInt8])] {
        var parts: [(start: Int, text: [UInt8])] = []
        for (place, list) in lists.enumerated() {
            if let last = parts.last, last.text.count + list.count < partSize {
                parts[parts.count - 1].text += [UInt8(ascii: " ")] + list
            } else {
                parts.append((place, list))
            }
        }
        return parts
    }

    /// A choice with the indices of its claims.
    private struct Offer {
        let choice: SearchDocument.Choice
        let places: [Int]

        /// Writes the name, the number of claims, and the id unless the browser can derive it from the name.
        func write(to json: inout JSONWriter) {
            json.array { json in
                json.add(choice.name)
                json.add(places.count)
                if Folding.words(choice.name).joined(separator: "-") != choice.id { json.add(choice.id) }
            }
        }
    }

    /// The choices of a filter, by number of claims, largest first, then by name.
    private static func choices(
        _ documents: [SearchDocument],
        of choicesOf: (SearchDocument) -> [SearchDocument.Choice]
    ) -> [Offer] {
        var places: [SearchDocument.Choice: [Int]] = [:]
        for (place, document) in documents.enumerated() {
            for choice in choicesOf(document) where places[choice]?.last != place {
                places[choice, default: []].append(place)
            }
        }
        let sorted = places.sorted {
            ($1.value.count, $0.key.name, $0.key.id) < ($0.value.count, $1.key.name, $1.key.id)
        }
        return sorted.prefix(choiceLimit).map { Offer(choice: $0.key, places: $0.value) }
    }
}
