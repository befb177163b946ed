#pragma warning disable CS9113 // Parameter is unread: mocks pass assets on, and only a real deployment looks inside.

namespace Pulumi;

/// <summary>A file, or a collection of files, that a resource takes as an argument.</summary>
public abstract class AssetOrArchive;

/// <summary>A single file.</summary>
public abstract class Asset : AssetOrArchive;

/// <summary>A collection of files.</summary>
public abstract class Archive : AssetOrArchive;

/// <summary>A file on disk.</summary>
public sealed class FileAsset(string path) : Asset;

/// <summary>A file whose text is given in the program.</summary>
public sealed class StringAsset(string text) : Asset;

/// <summary>A file fetched from an address.</summary>
public sealed class RemoteAsset(string uri) : Asset;

/// <summary>An archive file or a folder on disk.</summary>
public sealed class FileArchive(string path) : Archive;

/// <summary>An archive file fetched from an address.</summary>
public sealed class RemoteArchive(string uri) : Archive;

/// <summary>An archive put together from other assets and archives.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive;
