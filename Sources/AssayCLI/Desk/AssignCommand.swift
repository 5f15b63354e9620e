import ArgumentParser
import Assay
import Editorial

struct AssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Gives claims to someone.",
        discussion: "Nobody gets a claim of their own, or of an organisation that they belong to."
    )

    @OptionGroup var who: ClaimsAndProfile

    func run() async throws { try await who.perform { .assign(to: $0, note: $1) } }
}
