import Captures
import Newsroom
import Watching

/// A source or an article whose page somebody should look at, with the claims whose rulings lean on it.
package struct AddressNotice: Sendable {
    /// The record.
    package let document: any CapturedDocument
    /// What became of its address.
    package let state: AddressState
    /// The claims with a verdict that uses it, sorted.
    package let claims: [String]

    /// The notice in a line: "source `report`: changed on 2026-11-28, a quotation gone".
    package var words: String { "\(type(of: document).kind.rawValue) `\(document.id)`: \(state.words)" }
}

extension Newsroom {
    /// The pages that somebody should look at, as far as `assay watch` has seen, sorted by record.
    package var addressNotices: [AddressNotice] {
        captures.addresses.sorted { $0.key < $1.key }.compactMap { record, state in
            let document: (any CapturedDocument)? =
                switch record {
                case .source(let id): sources[id]
                case .article(let id): articles[id]
                }
            guard let document, state.needsAnotherLook(reviewed: document.reviewed.map { "\($0.value)" })
            else {
                return nil
            }
            // A record that says so itself needs nobody to find out.
            if let source = document as? Source, state.condition == .dead, let status = source.status,
                status.value != .live
            {
                return nil
            }
            let users: [Verdict] =
                if let source = document as? Source {
                    Array(verdicts(using: source))
                } else if let article = document as? Article {
                    Array(verdicts(citing: article))
                } else {
                    []
                }
            return AddressNotice(
                document: document,
                state: state,
                claims: Set(users.map(\.claim.value)).sorted()
            )
        }
    }
}
