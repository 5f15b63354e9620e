import ArgumentParser

/// Who acts at the desk, and with which key.
struct SignerOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your profile; the one with git's user.email if left out.", valueName: "profile"),
        completion: .profiles
    )
    var person: String?

    @Option(
        help: ArgumentHelp(
            "Sign with this SSH key; git's user.signingKey if left out and the policy wants signatures.",
            valueName: "file"
        ),
        completion: .file()
    )
    var key: String?
}
