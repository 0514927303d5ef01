using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TalksBot.Web.Api;

namespace TalksBot.Web.Tests.Api;

/// <summary>The OpenAPI document is what the code says, and what is answered is what the document says.</summary>
public sealed class OpenApiDocumentTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    private const string Writes = "TALKSBOT_WRITE_DOCS";

    private static readonly string Document = Checkout.File("src/TalksBot.Web/Api/openapi.json");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ApiRoutes Routes => desk.Desk.Services.GetRequiredService<ApiRoutes>();

    [Fact]
    public async Task The_document_is_what_the_code_says()
    {
        var written = new OpenApiWriter().Write(Routes.Operations);
        if (Environment.GetEnvironmentVariable(Writes) == "1")
        {
            await File.WriteAllTextAsync(Document, written, Token);
        }

        (await File.ReadAllTextAsync(Document, Token)).ShouldBe(written, $"src/TalksBot.Web/Api/openapi.json is not what the code says; run this test with {Writes}=1 and it rewrites the document.");
    }

    [Fact]
    public async Task It_is_served_to_anybody_and_read_without_a_fault_by_readers_of_such_documents()
    {
        var served = await desk.SendAsync(HttpMethod.Get, "/api/v1/openapi.json", token: null);

        var (document, diagnostic) = OpenApiDocument.Parse(served.Text, OpenApiConstants.Json);

        served.MediaType.ShouldBe("application/json");
        diagnostic!.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        diagnostic.Errors.ShouldBeEmpty();
        diagnostic.Warnings.ShouldBeEmpty();
        document!.Paths.Count.ShouldBe(Routes.Operations.Select(operation => operation.Path).Distinct().Count());
    }

    [Fact]
    public async Task It_covers_every_route_that_there_is()
    {
        var mapped = new Mapped();
        Routes.Map(mapped, CancellationToken.None);
        var paths = (await ServedAsync())["paths"]!.AsObject();

        var described = paths.SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} /api/v1{path.Key}"));
        var there = mapped.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Where(method => method != HttpMethod.Head.Method).Select(method => $"{method} {endpoint.RoutePattern.RawText}"));
        there.Where(route => route != $"GET /api/v1{ApiRoutes.Document}").ShouldBe(described, ignoreOrder: true);
        foreach (var (path, methods) in paths)
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                operation!["summary"]!.GetValue<string>().ShouldNotBeEmpty();
                operation["parameters"]!.AsArray().Count(parameter => parameter!["in"]!.GetValue<string>() == "path").ShouldBe(path.Count(letter => letter == '{'), $"{method} {path}");
            }
        }
    }

    [Fact]
    public async Task Everything_in_it_says_what_it_is()
    {
        foreach (var (name, schema) in (await ServedAsync())["components"]!["schemas"]!.AsObject())
        {
            schema!["description"]?.GetValue<string>().ShouldNotBeNullOrEmpty(name);
            foreach (var (property, inner) in schema["properties"]?.AsObject() ?? [])
            {
                inner!["description"]?.GetValue<string>().ShouldNotBeNullOrEmpty($"{name}.{property}");
            }
        }
    }

    [Fact]
    public async Task Every_answer_conforms_to_its_schema()
    {
        var number = await desk.AddAsync("conforming");
        await desk.AddAsync("differing", $"disputes:#{number} side:JP link:https://example.org/a");
        var killed = await desk.AddAsync("killed");
        await desk.Desk.DoAsync($"/talks update kill {ApiDesk.Slug} #{killed} \"not so\"");
        var preview = await desk.PostAsync($"{ApiDesk.Talks}/updates", desk.Editor, new { text = "x", source = "a senior US official", tier = "unnamed" });
        var (seen, document) = (new Dictionary<string, int>(), await ServedAsync());

        foreach (var operation in Routes.Operations)
        {
            var path = $"/api/v1{operation.Path}".Replace("{talks}", ApiDesk.Slug, StringComparison.Ordinal).Replace("{deadline}", "D1", StringComparison.Ordinal)
                .Replace("{session}", "S1", StringComparison.Ordinal).Replace("{update}", $"{number}", StringComparison.Ordinal);
            var query = operation.Id == "listChanges" ? "?from=1995-06-28T00:00:00Z" : "";
            var answer = operation.Body is { } body
                ? await desk.PostAsync(path, desk.Editor, body == typeof(AddUpdateBody) ? new { confirm = preview.Json["preview"]!["confirm"]!.GetValue<string>() } : body == typeof(KillUpdateBody) ? new { reason = "no", confirm = "yes" } : new { text = "right", confirm = "yes" })
                : await desk.GetAsync($"{path}{query}", desk.Editor);
            var refused = await desk.GetAsync($"{path}?no=1", desk.Reader);

            Conform(document, operation, answer);
            new JsonConformance(document).Faults(new JsonObject { ["$ref"] = "#/components/schemas/Problem" }, refused.Json).ShouldBeEmpty(operation.Id);
            seen[operation.Id] = answer.Status;
        }

        Conform(document, Routes.Operations.Single(operation => operation.Id == "addUpdate"), preview);
        Conform(document, Routes.Operations.Single(operation => operation.Id == "getUpdate"), await desk.GetAsync($"{ApiDesk.Talks}/updates/{killed}", desk.Editor));
        var again = await desk.AddAsync("wrong");
        await desk.Desk.DoAsync($"/talks update correct {ApiDesk.Slug} #{again} \"right\"");
        Conform(document, Routes.Operations.Single(operation => operation.Id == "listUpdates"), await desk.GetAsync($"{ApiDesk.Talks}/updates", desk.Editor));
        seen.Where(operation => operation.Value is not (200 or 201)).ShouldBeEmpty();
    }

    private static void Conform(JsonObject document, ApiOperation operation, Answer answer)
    {
        var response = document["paths"]![operation.Path]![operation.Method.ToLowerInvariant()]!["responses"]![$"{answer.Status}"];
        var schema = response.ShouldNotBeNull($"{operation.Id}: {answer.Status} {answer.Text}")["content"]!["application/json"]!["schema"]!;
        new JsonConformance(document).Faults(schema, answer.Json).ShouldBeEmpty($"{operation.Id}: {answer.Text}");
    }

    private static async Task<JsonObject> ServedAsync() => JsonNode.Parse(await File.ReadAllTextAsync(Document, Token))!.AsObject();

    /// <summary>Takes routes down without a server.</summary>
    private sealed class Mapped : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider { get; } = new ServiceCollection().BuildServiceProvider();

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException();
    }
}
