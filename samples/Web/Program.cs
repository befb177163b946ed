using Sample.Web;

await SampleApplication.Create(args).RunAsync();
