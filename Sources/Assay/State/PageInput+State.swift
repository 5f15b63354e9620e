import Newsroom
import Site

extension StateWriter {
    mutating func add(_ input: PageInput) {
        switch input {
        case .record(let key): add("record", key)
        case .text(of: let key): add("text", key)
        case .mentions(of: let key): add("mentions", key)
        case .claimsSharing(let key): add("sharing", key)
        case .claimsRuled(let id): add("ruled", id)
        case .claimsAbout(let id): add("about", id)
        case .claimsPublished(let period): add("published", period.description)
        case .all(let kind): add("all", kind.rawValue)
        case .history(of: let id): add("history", id)
        case .histories: add("histories")
        case .template(let name): add("template", name)
        case .everything: add("everything")
        }
    }

    private mutating func add(_ word: String, _ value: String) {
        add(word)
        add(value)
    }

    private mutating func add(_ word: String, _ key: RecordKey) {
        add(word)
        add(key.kind.rawValue)
        add(key.id)
    }
}

extension StateReader {
    mutating func pageInput() throws(UnreadableState) -> PageInput {
        switch try text() {
        case "record": return .record(try recordKey())
        case "text": return .text(of: try recordKey())
        case "mentions": return .mentions(of: try recordKey())
        case "sharing": return .claimsSharing(try recordKey())
        case "ruled": return .claimsRuled(try text())
        case "about": return .claimsAbout(try text())
        case "published":
            guard let period = CalendarDate(try text()) else { throw UnreadableState() }
            return .claimsPublished(period)
        case "all": return .all(try recordKind())
        case "history": return .history(of: try text())
        case "histories": return .histories
        case "template": return .template(try text())
        case "everything": return .everything
        default: throw UnreadableState()
        }
    }

    private mutating func recordKey() throws(UnreadableState) -> RecordKey {
        RecordKey(try recordKind(), try text())
    }

    private mutating func recordKind() throws(UnreadableState) -> RecordKind {
        guard let kind = RecordKind(rawValue: try text()) else { throw UnreadableState() }
        return kind
    }
}
