using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace TalksBot.Simulators.Page;

/// <summary>
/// The page that shows each channel as a person would see it: plain files, built into the assembly. It asks the simulator's control
/// routes once a second and holds no secret; nothing on it comes from anywhere else.
/// </summary>
internal static class PageFiles
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Assembly Home = typeof(PageFiles).Assembly;

    /// <summary>Sends a file by its name; false when there is none of that name.</summary>
    public static async Task<bool> TrySendAsync(HttpContext context, string name)
    {
        await using var file = Home.GetManifestResourceStream($"page/{name}");
        if (file is null || !HttpMethods.IsGet(context.Request.Method))
        {
            return false;
        }

        context.Response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/javascript; charset=utf-8",
        };
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-cache";
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
        return true;
    }
}
