// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in continuous integration, and only for our own targets.
let settings: [SwiftSetting] =
    Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

// `make fuzz` alone needs this program; every other build is the shorter without it.
let fuzzing: [Target] =
    Context.environment["ASSAY_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "fuzz",
            dependencies: ["Assay", "Checks", "Diagnostics", "Files", "Newsroom"],
            path: "Tests/Fuzz",
            exclude: ["fuzz.py"],
            swiftSettings: settings
        )
    ]

// `Benchmarks/matching` alone needs this program.
let benchmarks: [Target] =
    Context.environment["ASSAY_BENCHMARKS"] == nil
    ? []
    : [
        .executableTarget(
            name: "matching-benchmark",
            dependencies: ["Matching"],
            path: "Benchmarks/matching/Program",
            swiftSettings: settings
        )
    ]

/// What a release says of itself. `make package` sets these variables; every other build leaves them out, and so links no
/// other program after each commit. Characters that no commit and no address needs are dropped.
func releaseInput(_ name: String) -> CSetting {
    let allowed = (Context.environment[name] ?? "").filter { character in
        character.isASCII && (character.isLetter || character.isNumber || ":/.-_~%".contains(character))
    }
    return .define(name, to: "\"\(allowed)\"")
}

let package = Package(
    name: "assay",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "assay", targets: ["AssayCLI"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // From top to bottom: a target imports only what stands below it.
        .executableTarget(
            name: "AssayCLI",
            dependencies: [
                "Preview", "LanguageServer", "LanguageProtocol", "Assay", "Capturing", "Addresses",
                "Captures", "Checks", "Diagnostics",
                "Editorial", "Files",
                "Matching", "Media", "WARC", "Fetching", "Stamps",
                "Newsroom",
                "Starter", "Importing", "Databases",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Preview",
            dependencies: [
                "Assay", "Addresses", "Editorial", "Starter", "Digests",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            resources: [.embedInCode("Client"), .embedInCode("Board"), .embedInCode("Pages")],
            swiftSettings: settings
        ),
        .target(
            name: "LanguageServer",
            dependencies: [
                "Assay", "Starter", "Checks", "Editorial", "Addresses", "Newsroom", "Markdown", "Matching",
                "LanguageProtocol", "Files", "Diagnostics",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Assay",
            dependencies: [
                "Site", "Checks", "Addresses", "Editorial", "Captures", "Matching", "Media", "Stamps",
                "Files",
                "Digests",
                "DefaultTheme",
                "CBuild",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Starter",
            dependencies: ["Checks", "Newsroom", "Importing", "Digests", "Files"],
            resources: [.embedInCode("Example")],
            swiftSettings: settings
        ),
        .target(
            name: "Site",
            dependencies: [
                "Addresses", "Editorial", "Newsroom", "Captures", "Databases", "Matching", "Media",
                "Mustache",
                "Digests",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Checks",
            dependencies: ["Addresses", "Editorial", "Newsroom", "Matching", "Media"],
            swiftSettings: settings
        ),
        .target(
            name: "Editorial",
            dependencies: [
                "Addresses", "Newsroom", "Media", "Captures", "Watching", "Stamps", "Files", "Diagnostics",
                "Digests",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Addresses",
            dependencies: ["Newsroom", "Digests", "Encodings"],
            swiftSettings: settings
        ),
        .target(
            name: "Newsroom",
            dependencies: [
                "Markdown", "Media", "Captures", "Watching", "Importing", "Digests", "Files",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Markdown",
            dependencies: ["Diagnostics", "Encodings", "CCmark"],
            swiftSettings: settings
        ),
        .target(name: "Mustache", dependencies: ["Diagnostics", "Encodings"], swiftSettings: settings),
        .target(name: "Media", swiftSettings: settings),
        .target(
            name: "Captures",
            dependencies: ["WARC", "Diagnostics", "Digests", "Encodings"],
            swiftSettings: settings,
            linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]
        ),
        .target(name: "WARC", dependencies: ["CZlib", "Digests", "Encodings"], swiftSettings: settings),
        .target(name: "Files", dependencies: ["Diagnostics"], swiftSettings: settings),
        .target(
            name: "LanguageProtocol",
            dependencies: ["Diagnostics", "Encodings"],
            swiftSettings: settings
        ),
        .target(name: "Diagnostics", dependencies: ["Encodings"], swiftSettings: settings),
        .target(name: "Stamps", dependencies: ["CCrypto", "Digests", "Encodings"], swiftSettings: settings),
        .target(name: "Digests", dependencies: ["CCrypto", "Encodings"], swiftSettings: settings),
        .target(
            name: "Capturing",
            dependencies: ["Fetching", "Watching", "Captures", "WARC", "Editorial", "Newsroom", "Files"],
            swiftSettings: settings
        ),
        .target(
            name: "Watching",
            dependencies: ["Captures", "WARC", "Diagnostics", "Digests"],
            swiftSettings: settings
        ),
        .target(name: "Databases", dependencies: ["CSQLite"], swiftSettings: settings),
        .target(
            name: "Importing",
            dependencies: ["Captures", "Diagnostics", "CExpat"],
            swiftSettings: settings
        ),
        .target(name: "Fetching", dependencies: ["CCurl", "Encodings"], swiftSettings: settings),
        .target(
            name: "Matching",
            dependencies: ["CStemmer", "Encodings"],
            resources: [.embedInCode("Candidates/candidates.txt")],
            swiftSettings: settings,
            // Homebrew's folder, where linkers do not look unasked.
            linkerSettings: [.unsafeFlags(["-L/opt/homebrew/lib"], .when(platforms: [.macOS]))]
        ),
        .target(name: "Encodings", swiftSettings: settings),
        .target(
            name: "CBuild",
            cSettings: ["ASSAY_COMMIT", "ASSAY_REPOSITORY", "ASSAY_DOWNLOADS"].map(releaseInput)
        ),
        .systemLibrary(
            name: "CCurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]
        ),
        .systemLibrary(
            name: "CCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),
        // Its development package has no file for pkg-config.
        .systemLibrary(
            name: "CStemmer",
            providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
        ),
        .systemLibrary(
            name: "CExpat",
            pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
        ),
        .systemLibrary(
            name: "CCmark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .target(
            name: "DefaultTheme",
            path: "templates",
            resources: [.embedInCode("theme"), .embedInCode("strings")],
            swiftSettings: settings
        ),

        // What several test targets need: the shared material that stands beside the checkout.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "DiagnosticsTests",
            dependencies: ["Diagnostics", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: settings),
        .testTarget(
            name: "StampsTests",
            dependencies: ["Stamps", "Digests"],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(name: "FetchingTests", dependencies: ["Fetching"], swiftSettings: settings),
        .testTarget(name: "WatchingTests", dependencies: ["Watching"], swiftSettings: settings),
        .testTarget(name: "CapturingTests", dependencies: ["Capturing"], swiftSettings: settings),
        .testTarget(name: "DatabasesTests", dependencies: ["Databases"], swiftSettings: settings),
        .testTarget(
            name: "ImportingTests",
            dependencies: ["Importing", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "MarkdownTests",
            dependencies: ["Markdown", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "MediaTests",
            dependencies: ["Media"],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(name: "WARCTests", dependencies: ["WARC", "Digests"], swiftSettings: settings),
        .testTarget(
            name: "CapturesTests",
            dependencies: ["Captures", "WARC", "Digests"],
            swiftSettings: settings
        ),
        .testTarget(name: "MatchingTests", dependencies: ["Matching"], swiftSettings: settings),
        .testTarget(name: "MustacheTests", dependencies: ["Mustache"], swiftSettings: settings),
        .testTarget(
            name: "NewsroomTests",
            // Yams is what our readers of YAML are compared with.
            dependencies: ["Newsroom", "Markdown", "TestSupport", .product(name: "Yams", package: "Yams")],
            exclude: ["Slips/Slips.md"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EditorialTests",
            dependencies: ["Assay", "Editorial", "Captures", "Stamps", "Digests"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ChecksTests",
            dependencies: ["Checks"],
            exclude: ["Cases"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SiteTests",
            dependencies: ["Site", "DefaultTheme", "Matching"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "AssayTests",
            dependencies: ["Assay", "Digests", "TestSupport"],
            exclude: ["OwnContent/EarlierForm"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "StarterTests",
            dependencies: ["Starter", "Assay", "TestSupport"],
            exclude: ["Mistakes"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PreviewTests",
            dependencies: ["Preview", "Assay", "Editorial", "Digests", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LanguageProtocolTests",
            dependencies: ["LanguageProtocol", "Diagnostics"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LanguageServerTests",
            dependencies: ["LanguageServer", "LanguageProtocol", "TestSupport"],
            swiftSettings: settings
        ),
        // Reads the sources as text; it uses none of the product's modules on purpose.
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        // Compares this repository's own content with the facts files; it uses none of the product's modules on purpose.
        .testTarget(
            name: "FactsTests",
            dependencies: ["TestSupport", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings
        ),
    ] + fuzzing + benchmarks,
    swiftLanguageModes: [.v6]
)
