"""A page and a fault, behind the portal's own web server; run by test_web_server."""


def application(environ, start_response):
    if "fault" in environ["PATH_INFO"]:
        raise ValueError(environ["PATH_INFO"])
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]
