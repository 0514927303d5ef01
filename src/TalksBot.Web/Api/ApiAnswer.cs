using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Api;

/// <summary>An answer before it is written.</summary>
/// <param name="Status">The status.</param>
/// <param name="Value">What it says; null for nothing.</param>
internal sealed record ApiAnswer(int Status, object? Value)
{
    /// <summary>Where what was made is read; null where nothing was.</summary>
    public string? Location { get; init; }

    /// <summary>After how many seconds the same may be asked again; null where that is not said.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>What was asked for.</summary>
    public static ApiAnswer Ok(object value) => new(StatusCodes.Status200OK, value);

    /// <summary>What was asked for; where there is none, that there is nothing.</summary>
    public static ApiAnswer Found(object? value) => value is null ? Nothing : Ok(value);

    /// <summary>Nothing is there, or nothing that this token may see.</summary>
    public static ApiAnswer Nothing => Refuse(StatusCodes.Status404NotFound, "There is nothing here, or nothing that this token opens.");

    /// <summary>Refused, in a sentence.</summary>
    public static ApiAnswer Refuse(int status, string sentence, string? field = null) =>
        new(status, Problem.Of(status, sentence) with { Field = field });

    /// <summary>Writes it. What was read has a validator, and is not sent again to whoever has it.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        var body = Value is null ? [] : JsonSerializer.SerializeToUtf8Bytes(Value, Value.GetType(), ApiJson.Options);
        if (Status == StatusCodes.Status200OK && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            var tag = TagOf(body);
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "private, no-cache";
            if (IsOneOf(context.Request.Headers.IfNoneMatch.ToString(), tag, isWeak: true))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = Status;
        response.ContentType = Value is Problem ? Problem.MediaType : "application/json";
        response.ContentLength = body.Length;
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The validator of what is read: another as soon as any of it reads otherwise.</summary>
    public static string TagOf(object value) => TagOf(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), ApiJson.Options));

    /// <summary>True where a header names the validator, or any.</summary>
    /// <param name="header">The header; empty for none.</param>
    /// <param name="tag">The validator.</param>
    /// <param name="isWeak">True where one that is marked as weak counts as well.</param>
    public static bool IsOneOf(string header, string tag, bool isWeak) =>
        header.Trim() == "*"
        || (header.Length > 0 && EntityTagHeaderValue.TryParseList([header], out var known) && known.Any(one => one.Tag == tag && (isWeak || !one.IsWeak)));

    private static string TagOf(byte[] body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..24]}\"";
}
