"""The portal with upload_urls under gunicorn; run by test_uploads, which kills it."""

import sys

from gunicorn.app.base import BaseApplication


class Server(BaseApplication):
    def load_config(self) -> None:
        for name, value in {
            "bind": f"127.0.0.1:{sys.argv[1]}",
            "worker_class": "gthread",
            "threads": 2,
        }.items():
            self.cfg.set(name, value)

    def load(self):
        from django.conf import settings

        from all_portal.wsgi import application

        settings.ROOT_URLCONF = "tests.enquiries.files.upload_urls"
        settings.ALLOWED_HOSTS = ["127.0.0.1"]
        return application


Server().run()
