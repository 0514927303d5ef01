using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using TalksBot.Core.Access;
using TalksBot.Core.Commands;
using TalksBot.Features.Views;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Api;

/// <summary>The door for other programs: who may ask, how often, and the boundary where what they ask ends.</summary>
internal sealed class ApiRoutes : IWebRoutes
{
    /// <summary>Where the document stands that describes it all.</summary>
    public const string Document = "/openapi.json";

    private const string Scheme = "Bearer ";

    private readonly Visitors _visitors;
    private readonly RequestLimit<int> _limit;

    /// <summary>Opens it.</summary>
    public ApiRoutes(Visitors visitors, ApiReads reads, ApiChanges changes, WebPace pace)
    {
        (_visitors, _limit) = (visitors, new RequestLimit<int>(WebLimits.OfProgram, pace.Real));
        Operations = [.. reads.Operations, .. changes.Operations];
    }

    /// <summary>All that may be asked for.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes, CancellationToken stopping)
    {
        foreach (var operation in Operations)
        {
            string[] methods = operation.Method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : [operation.Method];
            routes.MapMethods($"{ViewPaths.Root}{operation.Path}", methods, context => AnswerAsync(context, operation)).WithDisplayName($"api {operation.Id}");
        }

        routes.MapMethods($"{ViewPaths.Root}{Document}", [HttpMethods.Get, HttpMethods.Head], SendDocumentAsync).WithDisplayName("api document");
    }

    private async Task AnswerAsync(HttpContext context, ApiOperation operation)
    {
        ApiAnswer answer;
        try
        {
            answer = await AskAsync(context, operation, context.RequestAborted);
        }
        catch (BadHttpRequestException fault)
        {
            answer = ApiAnswer.Refuse(fault.StatusCode, fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? $"That is too long: {WebLimits.Report / 1024} KB is the most." : "That came too slowly, or was cut off.");
        }

        await answer.WriteAsync(context);
    }

    private async Task<ApiAnswer> AskAsync(HttpContext context, ApiOperation operation, CancellationToken token)
    {
        var given = context.Request.Headers.Authorization.ToString();
        var secret = given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? given[Scheme.Length..].Trim() : null;
        if (await _visitors.FindAsync(context, AccessKind.Api, secret) is not { } door)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return _visitors.MayMiss(context)
                ? ApiAnswer.Refuse(StatusCodes.Status401Unauthorized, "Send a token that holds, as Authorization: Bearer TOKEN; a chief makes one with /talks api add.")
                : TooMany;
        }

        if (!_limit.Allows(door.Token))
        {
            return TooMany;
        }

        var role = door.Scope.Role ?? Role.Reader;
        if (role < operation.Role)
        {
            return ApiAnswer.Refuse(StatusCodes.Status403Forbidden, $"This needs the role {operation.Role.Word()}, and {door.Name} has {role.Word()}; a chief makes another token with /talks api add.");
        }

        if (context.Request.Query.Keys.FirstOrDefault(name => operation.Query.All(known => known.Name != name)) is { } unknown)
        {
            return ApiAnswer.Refuse(StatusCodes.Status400BadRequest, $"“{Echo.Of(unknown)}” is nothing that can be asked here{(operation.Query.Count == 0 ? "" : $"; what can be is {string.Join(", ", operation.Query.Select(known => known.Name))}")}.");
        }

        if (operation.Body is not null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = WebLimits.Report;
        }

        return await operation.RunAsync(new ApiRequest(context, door), token);
    }

    private static ApiAnswer TooMany => ApiAnswer.Refuse(StatusCodes.Status429TooManyRequests, "Too much was asked for; come back in a minute.") with { RetryAfter = 60 };

    /// <summary>It is the same wherever TalksBot runs, so anybody may read it.</summary>
    private static async Task SendDocumentAsync(HttpContext context)
    {
        await using var document = Assembly.GetExecutingAssembly().GetManifestResourceStream("api/openapi.json")!;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = document.Length;
        await document.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
