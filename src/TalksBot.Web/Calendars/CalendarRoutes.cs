using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using TalksBot.Core.Access;
using TalksBot.Core.Calendars;
using TalksBot.Features.Calendars;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Calendars;

/// <summary>
/// Calendars to subscribe to. The same record makes the same bytes and the same tag on every node; whoever has them already gets no others.
/// There is no date to compare: two changes may fall within one second.
/// </summary>
internal sealed class CalendarRoutes(IServiceScopeFactory scopes, Visitors visitors, CalendarShelf shelf, WebPace pace) : IWebRoutes
{
    /// <summary>How much is kept at most for a slow reader, in bytes.</summary>
    private const int AtOnce = 64 * 1024;

    private readonly RequestLimit<int> _asked = new(WebLimits.OfCalendar, pace.Real);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes, CancellationToken stopping) =>
        routes.MapMethods("/calendar/{secret}/{name}.ics", [HttpMethods.Get, HttpMethods.Head], SendAsync).WithDisplayName("calendar");

    private async Task SendAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } file)
        {
            return;
        }

        // To be kept, and asked about each time.
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ETag = file.Tag.ToString();
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(file.Tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "text/calendar; charset=utf-8";
        context.Response.ContentLength = file.Text.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.StartAsync(context.RequestAborted);
            await SendAsync(context.Response.BodyWriter, file.Text, context.RequestAborted);
        }
    }

    private static async Task SendAsync(PipeWriter body, CalendarBytes text, CancellationToken token)
    {
        var kept = 0;
        foreach (var part in text.Parts)
        {
            body.Write(part);
            kept += part.Length;
            if (kept > AtOnce)
            {
                await body.FlushAsync(token);
                kept = 0;
            }
        }

        await body.FlushAsync(token);
    }

    /// <returns>The calendar; null after an answer that turns the request away. While it is sent the database is free for others.</returns>
    private async Task<CalendarFile?> FindAsync(HttpContext context)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (calendars, token) = (scope.ServiceProvider.GetRequiredService<CalendarQuery>(), context.RequestAborted);
        if (await visitors.LetInAsync(context, AccessKind.Calendar, context.Request.RouteValues["secret"] as string, scope.ServiceProvider) is not { } door)
        {
            return null;
        }

        if (!_asked.Allows(door.Token))
        {
            await WebAnswers.TooManyAsync(context);
            return null;
        }

        if (await calendars.FindAsync(door, context.Request.RouteValues["name"] as string ?? "", token) is not { } reach)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        if (shelf.Find(reach, await calendars.VersionAsync(reach, token)) is { } known)
        {
            return known;
        }

        var (version, text) = await calendars.WriteAsync(reach, token);
        return shelf.Keep(reach, version, text);
    }
}

/// <summary>The calendars that were asked for last, as long as the record reads as it did.</summary>
internal sealed class CalendarShelf
{
    /// <summary>When so much is kept, in bytes, all of it goes: memory is not a visitor's to fill.</summary>
    private const long Most = 16 * 1024 * 1024;

    private readonly ConcurrentDictionary<CalendarReach, CalendarFile> _files = [];

    /// <summary>The calendar; null where it is not kept, or may read otherwise by now.</summary>
    public CalendarFile? Find(CalendarReach reach, string version) => _files.TryGetValue(reach, out var file) && file.Version == version ? file : null;

    /// <summary>Keeps it.</summary>
    public CalendarFile Keep(CalendarReach reach, string version, CalendarBytes text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in text.Parts)
        {
            hash.AppendData(part);
        }

        var file = new CalendarFile(version, text, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.GetCurrentHash())[..32]}\""));
        if (_files.Values.Sum(known => known.Text.Length) + text.Length > Most)
        {
            _files.Clear();
        }

        return _files[reach] = file;
    }
}

/// <summary>A calendar as it is sent.</summary>
/// <param name="Version">That of the record it was made of.</param>
/// <param name="Text">The file.</param>
/// <param name="Tag">What tells it from any other.</param>
internal sealed record CalendarFile(string Version, CalendarBytes Text, EntityTagHeaderValue Tag);
