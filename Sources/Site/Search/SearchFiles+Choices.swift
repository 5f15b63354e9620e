import Diagnostics

extension SearchFiles {
    /// How many choices a filter offers, so that a newsroom with thousands of claimants does not send them all to everyone; who is
    /// not among those with the most claims is found by name.
    private static let choiceLimit = 500

    /// Makes the files of what can be filtered by.
    /// - Returns: the place of the first choice of each file.
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

    /// Lists of claims in parts of about equal size, each with the place of its first list among all.
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

    /// Something to filter by, with the places of its claims.
    private struct Offer {
        let choice: SearchDocument.Choice
        let places: [Int]

        /// Its name, its number of claims, and its id where that is not the words of the name: the browser finds those by itself.
        func write(to json: inout JSONWriter) {
            json.array { json in
                json.add(choice.name)
                json.add(places.count)
                if Folding.words(choice.name).joined(separator: "-") != choice.id { json.add(choice.id) }
            }
        }
    }

    /// The choices, most claims first, then by name.
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
