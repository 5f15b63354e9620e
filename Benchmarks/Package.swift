// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the engine that Assay is compared with is no dependency of Assay's. Both engines are
// modules called Mustache, and SwiftPM's module aliases do not tell a local package's apart
// (swift-package-manager issue 6913): so the sources of Assay's are linked in under another name.
let package = Package(
    name: "assay-benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1")
    ],
    targets: [
        .executableTarget(
            name: "MustacheBenchmark",
            dependencies: ["AssayMustache", .product(name: "Mustache", package: "swift-mustache")]
        ),
        .target(name: "AssayMustache", dependencies: ["Diagnostics"]),
        .target(name: "Diagnostics"),
    ],
    swiftLanguageModes: [.v6]
)
