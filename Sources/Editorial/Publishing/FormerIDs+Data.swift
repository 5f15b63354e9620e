import Diagnostics
import Newsroom

extension FormerIDs {
    /// Reads the list `moved` of `data/claims.json`: entries with `kind`, `id`, and `formerly`, the first id first.
    init(published list: JSONValue?) {
        self.init()
        for entry in list?.elements ?? [] {
            guard let space = entry["kind"]?.string.flatMap({ IDSpace(word: $0) }),
                let id = entry["id"]?.string, RecordID.problem(id) == nil
            else { continue }
            let former = (entry["formerly"]?.elements ?? []).compactMap(\.string)
            add(former.filter { RecordID.problem($0) == nil }, of: id, in: space)
        }
    }
}
