import Newsroom

/// The person at the keyboard, as git knows them.
package enum GitIdentity {
    /// The profile of the person who acts: the one named, or else the one with the e-mail address in git's
    /// `user.email`.
    package static func profile(
        named name: String?,
        in newsroom: Newsroom,
        folder: String
    ) async throws(Refusal) -> String {
        if let name {
            if newsroom.profiles.contains(id: name) { return name }
            throw Refusal(
                "there is no profile `\(name)`",
                help: "the profiles with a role are \(people(of: newsroom))"
            )
        }
        guard let email = await email(in: folder) else {
            throw Refusal(
                "nobody knows who you are",
                help: "name your profile with `--as`, or set git's user.email to the `email` of your profile"
            )
        }
        let matches = newsroom.profiles.filter { $0.email?.value.lowercased() == email.lowercased() }
        guard let profile = matches.first, matches.count == 1 else {
            let count = matches.isEmpty ? "no profile has" : "\(matches.count) profiles have"
            throw Refusal(
                "\(count) the e-mail address `\(email)`, which is git's user.email",
                help: "name your profile with `--as`, or write `email: \(email)` into it"
            )
        }
        return profile.id
    }

    /// The value of git's `user.email` in a folder; nil if it is not set, or there is no git.
    package static func email(in folder: String) async -> String? { await setting("user.email", in: folder) }

    /// The key that git signs with in a folder; nil unless git signs with SSH.
    package static func signingKey(in folder: String) async -> SigningKey? {
        guard await setting("gpg.format", in: folder) == "ssh" else { return nil }
        return await setting("user.signingKey", in: folder).map(SigningKey.init)
    }

    private static func setting(_ name: String, in folder: String) async -> String? {
        let outcome = try? await Program.run("git", ["config", "--get", "--type=path", name], in: folder)
        guard let outcome, outcome.isSuccess else { return nil }
        let value = outcome.output.split(whereSeparator: \.isNewline).first.map(String.init)
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func people(of newsroom: Newsroom) -> String {
        newsroom.profiles.filter { $0.role != nil }.map { "`\($0.id)`" }.joined(separator: ", ")
    }
}
