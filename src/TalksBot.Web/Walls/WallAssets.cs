using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace TalksBot.Web.Walls;

/// <summary>The files of the wall's page, built into the program. Their addresses hold a version that is another for other contents.</summary>
internal sealed class WallAssets
{
    private readonly Dictionary<string, Asset> _files;

    /// <summary>Reads them.</summary>
    public WallAssets()
    {
        const string prefix = "assets/";
        _files = typeof(WallAssets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ToDictionary(name => name[prefix.Length..], Read, StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(SHA256.HashData([.. _files.Values.SelectMany(file => file.Bytes)]))[..12];
    }

    /// <summary>Their version.</summary>
    public string Version { get; }

    /// <summary>All of them together, in bytes.</summary>
    public int Size => _files.Values.Sum(file => file.Bytes.Length);

    /// <summary>The address of one.</summary>
    public string Path(string name) => $"/assets/{Version}/{name}";

    /// <summary>Sends one. A page of another version gets what there is now, and nobody keeps that.</summary>
    public async Task SendAsync(HttpContext context)
    {
        if (context.Request.RouteValues["name"] is not string name || !_files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (context.Request.RouteValues["version"] is string version && version == Version)
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        }

        context.Response.ContentType = file.Type;
        context.Response.ContentLength = file.Bytes.Length;
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    private static Asset Read(string name)
    {
        using var reader = new BinaryReader(typeof(WallAssets).Assembly.GetManifestResourceStream(name)!);
        return new Asset(reader.ReadBytes((int)reader.BaseStream.Length), TypeOf(name));
    }

    private static string TypeOf(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };

    private sealed record Asset(byte[] Bytes, string Type);
}
