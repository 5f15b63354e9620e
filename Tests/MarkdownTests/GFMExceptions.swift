/// The examples of GFM that are read differently here, with the reasons.
enum GFMExceptions {
    static let reasons: [String: String] = [
        "spec.txt 628": "`ftp:` is no address that pages link to",
        "spec.txt 653": "raw HTML is left out altogether, with a finding",
        "extensions.txt 16": "a table right under a paragraph stays text, with a finding",
        "extensions.txt 17": "one tilde means \"about\" and strikes nothing, with a finding",
        "extensions.txt 18": "the same",
        "extensions.txt 19": "the host of an address without brackets has a dot, as the specification says",
        "extensions.txt 20": "it expects nothing but an end",
        "extensions.txt 22": "raw HTML is left out altogether, with a finding",
        "extensions.txt 23": "a verdict's notes are its evidence: there are no footnotes, with a finding",
    ]
}
