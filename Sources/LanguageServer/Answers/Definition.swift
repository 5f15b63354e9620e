import Diagnostics
import LanguageProtocol
import Newsroom

/// `textDocument/definition`, `references` and `documentHighlight`: where something is, and who names it.
enum Definition {
    /// The file of a record, or the entry of a topic or ruling.
    static func answer(_ question: Question) async throws -> JSONValue {
        guard let (thing, newsroom) = try await thing(of: question), let place = newsroom.place(of: thing)
        else {
            return .null
        }
        return question.places.location(place.range, in: place.file)
    }

    /// All places that name it.
    static func references(_ question: Question) async throws -> JSONValue {
        guard let (thing, newsroom) = try await thing(of: question) else { return .null }
        var locations: [JSONValue] = []
        if question.params["context"]?["includeDeclaration"] == true, let place = newsroom.place(of: thing) {
            locations.append(question.places.location(place.range, in: place.file))
        }
        var seen = Set(locations)
        for place in newsroom.places(naming: thing.id, in: thing.space) {
            let location = question.places.location(place.range ?? place.around, in: place.file)
            if seen.insert(location).inserted { locations.append(location) }
        }
        return .array(locations)
    }

    /// The places in the document that name the same.
    static func highlights(_ question: Question) async throws -> JSONValue {
        guard let (thing, newsroom) = try await thing(of: question) else { return .null }
        let all = NamedThing.all(in: question.file, newsroom)
        return .array(
            all.filter { $0.space == thing.space && $0.id == thing.id }.map { same in
                ["range": question.json(same.range), "kind": 1]
            }
        )
    }

    /// What is named at the position of a question.
    static func thing(of question: Question) async throws -> (NamedThing, Newsroom)? {
        let offset = try question.offset()
        guard let newsroom = await question.newsroom.moment().newsroom,
            let thing = NamedThing.at(offset, in: question.file, newsroom)
        else { return nil }
        return (thing, newsroom)
    }
}
