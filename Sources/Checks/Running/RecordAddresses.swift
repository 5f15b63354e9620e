import Newsroom

extension Article {
    /// The fields that hold addresses.
    var addresses: [Located<String>] { (url.map { [$0] } ?? []) + archived }
}

extension Source {
    /// The fields that hold addresses.
    var addresses: [Located<String>] { (url.map { [$0] } ?? []) + alsoAt + archived }
}

extension Profile {
    /// The fields that hold addresses.
    var addresses: [Located<String>] { (url.map { [$0] } ?? []) + sameAs }
}

extension Medium {
    /// The fields that hold addresses.
    var addresses: [Located<String>] {
        appearsAt.flatMap { [$0.url] + $0.archived } + (originalAddress.map { [$0] } ?? [])
    }
}
